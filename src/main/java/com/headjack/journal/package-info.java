/**
 * Records what happened to logins, without anything of them.
 */
@NullMarked
package com.headjack.journal;

import org.jspecify.annotations.NullMarked;

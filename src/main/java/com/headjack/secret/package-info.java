/**
 * Holds sensitive text and asks for it.
 */
@NullMarked
package com.headjack.secret;

import org.jspecify.annotations.NullMarked;

/**
 * Looks for stored logins where they must not be.
 */
@NullMarked
package com.headjack.audit;

import org.jspecify.annotations.NullMarked;

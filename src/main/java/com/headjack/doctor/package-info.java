/**
 * Checks that what Headjack needs works here, and knows what to do where it does not.
 */
@NullMarked
package com.headjack.doctor;

import org.jspecify.annotations.NullMarked;

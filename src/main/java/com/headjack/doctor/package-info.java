/**
 * Checks that everything that Headjack needs works here, and suggests remedies.
 */
@NullMarked
package com.headjack.doctor;

import org.jspecify.annotations.NullMarked;

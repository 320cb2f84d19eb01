/**
 * The code that is common to the stores of operating systems.
 */
@NullMarked
package com.headjack.store.system;

import org.jspecify.annotations.NullMarked;

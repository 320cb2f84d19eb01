/**
 * Links native functions and captures the error number of each call.
 */
@NullMarked
package com.headjack.foreign;

import org.jspecify.annotations.NullMarked;

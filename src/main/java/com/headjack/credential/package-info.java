/**
 * Captures, validates, encodes and finds credentials.
 */
@NullMarked
package com.headjack.credential;

import org.jspecify.annotations.NullMarked;

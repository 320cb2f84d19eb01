/**
 * Compares words that people type.
 */
@NullMarked
package com.headjack.text;

import org.jspecify.annotations.NullMarked;

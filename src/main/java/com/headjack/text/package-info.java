/**
 * Compares words that people type, and makes digests.
 */
@NullMarked
package com.headjack.text;

import org.jspecify.annotations.NullMarked;

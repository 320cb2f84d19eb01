/**
 * Compares words that people type, makes text of unknown origin fit to be shown, and
 * makes digests.
 */
@NullMarked
package com.headjack.text;

import org.jspecify.annotations.NullMarked;

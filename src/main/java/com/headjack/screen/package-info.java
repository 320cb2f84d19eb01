/**
 * Reads what programs drew at a terminal: its screen, without a terminal.
 */
@NullMarked
package com.headjack.screen;

import org.jspecify.annotations.NullMarked;

/**
 * Emulates the screen of a terminal, to turn what programs draw into readable lines.
 */
@NullMarked
package com.headjack.screen;

import org.jspecify.annotations.NullMarked;

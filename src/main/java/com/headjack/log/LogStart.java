package com.headjack.log;

import com.headjack.engine.TerminalSize;

/**
 * Where a log can be read from.
 *
 * @param position where that is in the log
 * @param size the size that the terminal has there
 * @param known whether it is known what the screen shows there: nothing
 */
record LogStart(long position, TerminalSize size, boolean known) {

}

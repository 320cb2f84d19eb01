package com.headjack.log;

import com.headjack.engine.TerminalSize;

/**
 * A position from which a log can be read.
 *
 * @param position the offset in the log, in bytes
 * @param size the size of the terminal at that position
 * @param known whether the screen is known to be empty at that position
 */
record LogStart(long position, TerminalSize size, boolean known) {

}

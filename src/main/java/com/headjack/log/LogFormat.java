package com.headjack.log;

import com.headjack.engine.TerminalSize;

/**
 * The format of a session's log, shared by its writers and its readers.
 */
public final class LogFormat {

	/**
	 * The start of a mark of the terminal's size. The rows, a semicolon, the columns and
	 * a BEL follow.
	 */
	public static final String SIZE_MARK = "\033]777;headjack-size;";

	/**
	 * The terminal's size until a user first attaches to the session.
	 */
	public static final TerminalSize FIRST_SIZE = new TerminalSize(40, 120);

	private LogFormat() {
	}

}

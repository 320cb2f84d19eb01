package com.headjack.log;

import com.headjack.engine.TerminalSize;

/**
 * What those who record a session and those who read its log agree on.
 */
public final class LogFormat {

	/**
	 * Begins a mark of the terminal's size, before its rows, a semicolon, its columns and
	 * a BEL.
	 */
	public static final String SIZE_MARK = "\033]777;headjack-size;";

	/**
	 * The terminal's size while nobody has attached to the session.
	 */
	public static final TerminalSize FIRST_SIZE = new TerminalSize(40, 120);

	private LogFormat() {
	}

}

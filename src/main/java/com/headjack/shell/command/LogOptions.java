package com.headjack.shell.command;

import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;

/**
 * What of a log is shown, and how.
 *
 * @param lines how many lines from the end; all of them if it is
 * {@link Integer#MAX_VALUE}
 * @param raw whether control sequences stay
 * @param follow whether to go on until the session ends
 */
record LogOptions(int lines, boolean raw, boolean follow) {

	private static final int LINES = 100;

	static final LogOptions END = new LogOptions(LINES, false, false);

	static LogOptions of(Invocation invocation) {
		int lines = invocation.option("lines").map(LogOptions::count).orElse(LINES);
		return new LogOptions(invocation.flag("full") ? Integer.MAX_VALUE : lines, invocation.flag("raw"),
				invocation.flag("follow"));
	}

	/**
	 * Whether all that is kept is shown.
	 */
	boolean full() {
		return this.lines == Integer.MAX_VALUE;
	}

	private static int count(String text) {
		if (!text.matches("\\d{1,9}")) {
			throw new UsageException("\"" + text + "\" is not a number of lines", "use a number such as 100");
		}
		return Integer.parseInt(text);
	}

}

package com.headjack.shell.command;

import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;

/**
 * Which part of a log to show, and how.
 *
 * @param lines the number of lines from the end; {@link Integer#MAX_VALUE} for all
 * @param raw whether to keep control sequences
 * @param follow whether to go on until the session ends
 * @param secrets whether to show stored logins
 */
record LogOptions(int lines, boolean raw, boolean follow, boolean secrets) {

	static final int LINES = 100;

	static final LogOptions END = new LogOptions(LINES, false, false, false);

	static LogOptions of(Invocation invocation) {
		int lines = invocation.option("lines").map(LogOptions::count).orElse(LINES);
		return new LogOptions(invocation.flag("full") ? Integer.MAX_VALUE : lines, invocation.flag("raw"),
				invocation.flag("follow"), invocation.flag("secrets"));
	}

	/**
	 * Whether to show the whole log.
	 */
	boolean full() {
		return this.lines == Integer.MAX_VALUE;
	}

	static int count(String text) {
		if (!text.matches("\\d{1,9}")) {
			throw new UsageException("\"" + text + "\" is not a number of lines", "use a number such as 100");
		}
		return Integer.parseInt(text);
	}

}

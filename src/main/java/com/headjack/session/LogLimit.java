package com.headjack.session;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The limit on the output that is kept of a session.
 *
 * @param mebibytes the maximum size of the session's log on the disk, in MiB
 */
record LogLimit(int mebibytes) {

	private static final LogLimit USUAL = new LogLimit(64);

	private static final int KIBIBYTES = 1024;

	/**
	 * Reads a limit.
	 * @param text a whole number of MiB, or {@code null} for the default limit
	 * @throws HeadjackException if the text is not such a number
	 */
	static LogLimit parse(@Nullable String text) {
		if (text == null) {
			return USUAL;
		}
		if (!text.matches("[1-9]\\d{0,5}")) {
			throw new HeadjackException(FailureKind.MISUSED,
					"logs.limit is \"" + text + "\", which is not a size in MiB",
					"use a whole number from 1 to 999999: 'hjk config logs.limit 64'");
		}
		return new LogLimit(Integer.parseInt(text));
	}

	/**
	 * Returns the maximum size of each of the log's two files, in KiB.
	 */
	int half() {
		return this.mebibytes * KIBIBYTES / 2;
	}

}

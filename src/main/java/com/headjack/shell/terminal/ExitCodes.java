package com.headjack.shell.terminal;

import com.headjack.failure.FailureKind;

/**
 * The exit codes of the command line.
 */
public final class ExitCodes {

	public static final int DONE = 0;

	public static final int FAILED = 1;

	public static final int INTERRUPTED = 130;

	/**
	 * The exit code of a shell for a program that SIGPIPE ended.
	 */
	public static final int READER_GONE = 141;

	private ExitCodes() {
	}

	public static int of(FailureKind kind) {
		return switch (kind) {
			case FAILED -> FAILED;
			case MISUSED -> 2;
			case NOT_FOUND -> 3;
			case UNAVAILABLE -> 4;
		};
	}

}

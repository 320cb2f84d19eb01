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
	 * What a shell gives for a program that was ended by SIGPIPE.
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

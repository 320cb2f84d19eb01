package com.headjack.shell;

import com.headjack.failure.FailureKind;

/**
 * The exit codes of the command line.
 */
final class ExitCodes {

	static final int DONE = 0;

	static final int FAILED = 1;

	static final int INTERRUPTED = 130;

	/**
	 * What a shell gives for a program that was ended by SIGPIPE.
	 */
	static final int READER_GONE = 141;

	private ExitCodes() {
	}

	static int of(FailureKind kind) {
		return switch (kind) {
			case FAILED -> FAILED;
			case MISUSED -> 2;
			case NOT_FOUND -> 3;
			case UNAVAILABLE -> 4;
		};
	}

}

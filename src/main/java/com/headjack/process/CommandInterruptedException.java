package com.headjack.process;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Somebody interrupted the thread that waited for a program: the program was ended, and
 * the thread is still marked as interrupted.
 */
public final class CommandInterruptedException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param program the program's name
	 * @param cause the interruption
	 */
	public CommandInterruptedException(String program, InterruptedException cause) {
		super(FailureKind.FAILED, program + " was interrupted", null, cause);
	}

}

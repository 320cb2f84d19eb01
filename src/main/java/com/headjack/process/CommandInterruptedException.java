package com.headjack.process;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The thread was interrupted while it waited for a program. The program has been
 * terminated, and the thread's interrupt status is set.
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

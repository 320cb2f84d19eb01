package com.headjack.process;

import java.io.IOException;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A program is not installed.
 */
public final class ProgramNotFoundException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param program the program's name
	 * @param cause why it could not be started
	 */
	public ProgramNotFoundException(String program, IOException cause) {
		super(FailureKind.UNAVAILABLE, program + " not found",
				"install " + program + ", and make sure that it is on the PATH", cause);
	}

}

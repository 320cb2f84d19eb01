package com.headjack.process;

import java.nio.file.Path;
import java.time.Duration;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A program did not end in time. It and all programs that it started have been
 * terminated.
 */
public final class CommandDeadlineException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	private CommandDeadlineException(String message, String remedy) {
		super(FailureKind.FAILED, message, remedy);
	}

	/**
	 * Creates the failure of a program.
	 * @param command the command
	 * @param waited how long the program was given
	 * @return the failure
	 */
	public static CommandDeadlineException of(Command command, Duration waited) {
		Path directory = command.directory();
		String message = command.program() + " got no answer within " + waited.toSeconds() + " seconds";
		if (directory == null) {
			return new CommandDeadlineException(message, "see whether the machine is busy, and try again");
		}
		return new CommandDeadlineException(message + " in " + directory,
				"see whether a file there is a pipe: find '" + directory + "' -not -type f -not -type d -not -type l");
	}

}

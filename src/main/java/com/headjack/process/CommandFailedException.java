package com.headjack.process;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A program failed. The message holds the program, its exit code and the end of its
 * stderr, but neither its arguments nor its stdout.
 */
public final class CommandFailedException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	private static final int SHOWN = 500;

	private CommandFailedException(String message) {
		super(FailureKind.FAILED, message, null);
	}

	/**
	 * Creates the failure of a program.
	 * @param result the result, with an exit code other than 0
	 * @return the failure
	 */
	public static CommandFailedException of(CommandResult result) {
		String message = result.command().program() + " failed with exit code " + result.code();
		String errors = end(result.errors());
		return new CommandFailedException(errors.isEmpty() ? message : message + ": " + errors);
	}

	private static String end(String errors) {
		String line = errors.strip().replaceAll("\\s*\\R\\s*", " / ").replaceAll("\\p{Cntrl}", "?");
		return (line.length() <= SHOWN) ? line : "…" + line.substring(line.length() - SHOWN);
	}

}

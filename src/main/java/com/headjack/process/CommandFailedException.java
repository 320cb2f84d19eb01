package com.headjack.process;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A program ended badly. Tells the program, its exit code and the end of what it printed
 * as errors.
 */
public final class CommandFailedException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	private static final int SHOWN = 500;

	private final int code;

	private CommandFailedException(String message, int code) {
		super(FailureKind.FAILED, message, null);
		this.code = code;
	}

	/**
	 * The failure of a program.
	 * @param result how it ended
	 * @return the failure
	 */
	public static CommandFailedException of(CommandResult result) {
		String message = result.command().program() + " failed with exit code " + result.code();
		String errors = end(result.errors());
		return new CommandFailedException(errors.isEmpty() ? message : message + ": " + errors, result.code());
	}

	/**
	 * The program's exit code.
	 * @return the code
	 */
	public int code() {
		return this.code;
	}

	private static String end(String errors) {
		String line = errors.strip().replaceAll("\\s*\\R\\s*", " / ").replaceAll("\\p{Cntrl}", "?");
		return (line.length() <= SHOWN) ? line : "…" + line.substring(line.length() - SHOWN);
	}

}

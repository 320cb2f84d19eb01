package com.headjack.process;

/**
 * The result of a program.
 *
 * @param command the command
 * @param code the exit code
 * @param output the program's stdout
 * @param errors the program's stderr
 */
public record CommandResult(Command command, int code, String output, String errors) {

	/**
	 * Whether the program succeeded.
	 * @return whether the exit code is 0
	 */
	public boolean succeeded() {
		return this.code == 0;
	}

	/**
	 * Returns the output of a program that must succeed.
	 * @return the program's stdout without trailing white space
	 * @throws CommandFailedException if the exit code is not 0
	 */
	public String require() {
		if (!succeeded()) {
			throw CommandFailedException.of(this);
		}
		return this.output.stripTrailing();
	}

}

package com.headjack.process;

/**
 * How a program ended.
 *
 * @param command what was run
 * @param code its exit code
 * @param output what it printed
 * @param errors what it printed as errors
 */
public record CommandResult(Command command, int code, String output, String errors) {

	/**
	 * Whether it ended well.
	 * @return whether the exit code is 0
	 */
	public boolean succeeded() {
		return this.code == 0;
	}

	/**
	 * What a program printed that must have ended well.
	 * @return its output without the last line break
	 * @throws CommandFailedException if the exit code is not 0
	 */
	public String require() {
		if (!succeeded()) {
			throw CommandFailedException.of(this);
		}
		return this.output.stripTrailing();
	}

}

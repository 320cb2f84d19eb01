package com.headjack.engine;

/**
 * The result of a program in a container.
 *
 * @param code its exit code
 * @param output its standard output
 * @param errors its standard error
 */
public record ExecResult(int code, String output, String errors) {

	/**
	 * Whether the program succeeded.
	 * @return whether the exit code is 0
	 */
	public boolean succeeded() {
		return this.code == 0;
	}

	@Override
	public String toString() {
		return "ExecResult[code=" + this.code + "]";
	}

}

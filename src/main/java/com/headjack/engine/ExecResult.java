package com.headjack.engine;

/**
 * How a program in a container ended.
 *
 * @param code its exit code
 * @param output what it printed
 * @param errors what it printed as errors
 */
public record ExecResult(int code, String output, String errors) {

	/**
	 * Whether it ended well.
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

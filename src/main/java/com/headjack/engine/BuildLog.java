package com.headjack.engine;

/**
 * A listener for the progress of a build. Its texts are without escape sequences.
 */
public interface BuildLog {

	/**
	 * A step begins.
	 * @param number its number with the number of all, such as {@code 3/12}
	 * @param instruction the instruction of the Dockerfile, in one line
	 */
	void step(String number, String instruction);

	/**
	 * The current step has printed a line.
	 * @param text the line without its end
	 */
	void line(String text);

}

package com.headjack.screen;

/**
 * Takes lines that a person can read: no control characters are in them.
 */
@FunctionalInterface
public interface LineSink {

	/**
	 * Takes a line, or a part of one that was longer than the screen is wide.
	 * @param text what it says
	 * @param goesOn whether the next text is a part of the same line
	 */
	void line(String text, boolean goesOn);

}

package com.headjack.screen;

/**
 * Takes readable lines without control characters.
 */
@FunctionalInterface
public interface LineSink {

	/**
	 * Takes a line, or a part of a line that is longer than the screen is wide.
	 * @param text the text
	 * @param goesOn whether the next text continues this line
	 */
	void line(String text, boolean goesOn);

}

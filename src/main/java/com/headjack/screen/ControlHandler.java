package com.headjack.screen;

/**
 * Receives the parts of a program's output, as a parser finds them.
 */
public interface ControlHandler {

	/**
	 * Takes printable ASCII.
	 * @param bytes a buffer that holds the text
	 * @param offset the offset of the first byte
	 * @param count the number of bytes
	 */
	void text(byte[] bytes, int offset, int count);

	/**
	 * Takes a character beyond ASCII.
	 * @param character the code point, U+FFFD for bytes that are not UTF-8
	 */
	void character(int character);

	/**
	 * Takes a control character, which may stand within a sequence.
	 * @param character the character, below U+0020
	 */
	void control(int character);

	/**
	 * Takes an escape sequence.
	 * @param body what follows ESC, valid during the call
	 */
	void escape(CharSequence body);

	/**
	 * Takes a control sequence.
	 * @param body what follows ESC [, valid during the call
	 */
	void sequence(CharSequence body);

	/**
	 * Takes a complete operating system command. Other control strings are skipped.
	 * @param body the bytes between the introduction and the end
	 * @param bell whether BEL ended it, and not ESC \
	 */
	default void command(byte[] body, boolean bell) {
	}

}

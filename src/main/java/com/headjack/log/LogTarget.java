package com.headjack.log;

import java.io.IOException;

import com.headjack.engine.TerminalSize;

/**
 * Takes what a session's program wrote to its terminal.
 */
interface LogTarget {

	/**
	 * Takes a part of it.
	 * @param octets it is among these
	 * @param offset where it begins
	 * @param count how many they are
	 * @throws IOException if it cannot be passed on
	 */
	void write(byte[] octets, int offset, int count) throws IOException;

	/**
	 * Is told that the terminal has this size from here on.
	 * @param size the size
	 */
	void resize(TerminalSize size);

}

package com.headjack.log;

import java.io.IOException;

import com.headjack.engine.TerminalSize;

/**
 * Receives the output of a session's program.
 */
interface LogTarget {

	/**
	 * Receives a part of the output.
	 * @param octets a buffer with the bytes
	 * @param offset the index of the first byte
	 * @param count the number of bytes
	 * @throws IOException if the bytes cannot be passed on
	 */
	void write(byte[] octets, int offset, int count) throws IOException;

	/**
	 * Receives the size that the terminal has from here on.
	 * @param size the size
	 */
	void resize(TerminalSize size);

}

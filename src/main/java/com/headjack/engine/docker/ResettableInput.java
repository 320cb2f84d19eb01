package com.headjack.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/**
 * What an engine sends, to its end. A reset is an end like another: it comes where a
 * program has left something unread, and how the program ended is asked for anyway.
 */
final class ResettableInput extends FilterInputStream {

	ResettableInput(InputStream input) {
		super(input);
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		try {
			return super.read(bytes, offset, length);
		}
		catch (SocketException _) {
			return -1;
		}
	}

}

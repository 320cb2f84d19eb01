package com.headjack.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;

/**
 * An engine's output, in which a reset counts as a normal end: it occurs if a program
 * leaves some of its input unread. The exit code is asked for separately.
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

package com.headjack.engine;

import java.io.ByteArrayOutputStream;

/**
 * Keeps the first bytes that are written and forgets the rest.
 */
final class BoundedOutput extends ByteArrayOutputStream {

	private final int limit;

	BoundedOutput(int limit) {
		this.limit = limit;
	}

	@Override
	public synchronized void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) {
		super.write(bytes, offset, Math.min(length, this.limit - size()));
	}

}

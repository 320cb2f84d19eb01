package com.headjack.store.namesake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Collects bytes, and wipes its arrays when it grows and when it is closed.
 */
class WipedOutput extends ByteArrayOutputStream {

	@Override
	public synchronized void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) {
		byte[] before = this.buf;
		super.write(bytes, offset, length);
		if (this.buf.length > before.length) {
			Arrays.fill(before, (byte) 0);
		}
	}

	@Override
	public void close() {
		Arrays.fill(this.buf, (byte) 0);
	}

}

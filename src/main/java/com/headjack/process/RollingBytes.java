package com.headjack.process;

import java.util.Arrays;

/**
 * The last bytes of a stream, up to a limit.
 */
final class RollingBytes {

	private final int limit;

	private byte[] bytes = new byte[0];

	private int size;

	private boolean overflowed;

	RollingBytes(int limit) {
		this.limit = limit;
	}

	synchronized void append(byte[] source, int count) {
		grow(this.size + count);
		System.arraycopy(source, 0, this.bytes, this.size, count);
		this.size += count;
		// Cutting only at twice the limit means one copy for many appends.
		if (this.size > 2 * this.limit) {
			cut();
		}
	}

	synchronized boolean overflowed() {
		return this.overflowed || this.size > this.limit;
	}

	synchronized byte[] toByteArray() {
		return Arrays.copyOfRange(this.bytes, Math.max(0, this.size - this.limit), this.size);
	}

	private void grow(int needed) {
		if (needed > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(needed, 2 * this.bytes.length));
		}
	}

	private void cut() {
		System.arraycopy(this.bytes, this.size - this.limit, this.bytes, 0, this.limit);
		this.size = this.limit;
		this.overflowed = true;
	}

}

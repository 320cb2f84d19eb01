package com.headjack.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the first bytes and discards the rest.
 */
final class CappedOutput extends OutputStream {

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private final int limit;

	CappedOutput(int limit) {
		this.limit = limit;
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		this.kept.write(bytes, offset, Math.min(length, this.limit - this.kept.size()));
	}

	/**
	 * The kept bytes as text.
	 * @return the text, with replacement characters for invalid UTF-8
	 */
	String text() {
		return this.kept.toString(StandardCharsets.UTF_8);
	}

}

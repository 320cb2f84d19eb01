package com.headjack.engine.docker;

import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the stderr of two programs, which a NUL divides.
 */
final class DialogueErrors extends OutputStream {

	private final CappedOutput kept;

	private final CompletableFuture<Boolean> divided = new CompletableFuture<>();

	DialogueErrors(int limit) {
		this.kept = new CappedOutput(limit);
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		this.kept.write(bytes, offset, length);
		for (int place = offset; place < offset + length && !this.divided.isDone(); place++) {
			if (bytes[place] == 0) {
				this.divided.complete(true);
			}
		}
	}

	/**
	 * Returns when all of the first program's stderr has come.
	 */
	CompletableFuture<?> divided() {
		return this.divided;
	}

	String text() {
		return this.kept.text();
	}

}

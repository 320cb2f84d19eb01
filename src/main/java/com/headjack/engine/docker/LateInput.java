package com.headjack.engine.docker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Input that is known only after its reading has begun.
 */
final class LateInput extends InputStream {

	private final CompletableFuture<byte[]> content = new CompletableFuture<>();

	private final CompletableFuture<ByteArrayInputStream> stream = this.content.thenApply(ByteArrayInputStream::new);

	/**
	 * Supplies the input, complete.
	 * @param bytes the input, wiped when it is closed
	 */
	void supply(byte[] bytes) {
		this.content.complete(bytes);
	}

	@Override
	public int read() {
		return this.stream.join().read();
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		return this.stream.join().read(bytes, offset, length);
	}

	/**
	 * Wipes the input. Without one, its reader finds the end.
	 */
	@Override
	public void close() {
		this.content.complete(new byte[0]);
		Arrays.fill(this.content.join(), (byte) 0);
	}

}

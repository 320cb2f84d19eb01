package com.headjack.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reads a program's stream to its end on a thread of its own, and keeps a bounded part of
 * it: the program never waits for its reader.
 */
final class CapturedStream {

	private final InputStream stream;

	private final RollingBytes bytes;

	private final Thread reader;

	private CapturedStream(InputStream stream, RollingBytes bytes) {
		this.stream = stream;
		this.bytes = bytes;
		this.reader = Thread.ofVirtual().name("stream-reader").start(this::read);
	}

	static CapturedStream of(InputStream stream, int limit) {
		return new CapturedStream(stream, new RollingBytes(limit));
	}

	private void read() {
		byte[] buffer = new byte[8192];
		try (this.stream) {
			for (int count = this.stream.read(buffer); count >= 0; count = this.stream.read(buffer)) {
				this.bytes.append(buffer, count);
			}
		}
		catch (IOException ex) {
			// The program's end closes its streams: what was read until then is kept.
		}
	}

	/**
	 * Waits for the stream's end, but not for a background program that holds it open.
	 * @param patience how long to wait
	 * @throws InterruptedException if the thread is interrupted
	 */
	void await(Duration patience) throws InterruptedException {
		this.reader.join(patience);
	}

	boolean overflowed() {
		return this.bytes.overflowed();
	}

	String text() {
		return new String(this.bytes.toByteArray(), StandardCharsets.UTF_8);
	}

}

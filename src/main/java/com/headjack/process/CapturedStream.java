package com.headjack.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Reads a stream of a program to its end on a separate thread, so that the program never
 * blocks, and keeps the last bytes.
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
			// The streams close when the program exits; the bytes read so far are kept.
		}
	}

	/**
	 * Waits for the end of the stream, but not forever: a background program may keep it
	 * open.
	 * @param patience the longest wait
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

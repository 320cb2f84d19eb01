package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * The keys typed at a terminal. The terminal is set so that reads time out: the reader
 * can be stopped without waiting for another key.
 */
final class KeyInput extends InputStream {

	/**
	 * The time-out of a read, in tenths of a second, as for {@code VTIME}.
	 */
	static final int PATIENCE = 1;

	/**
	 * The least time, in nanoseconds, that an empty read takes; a faster one means that
	 * the terminal was hung up.
	 */
	private static final long HUNG_UP = TimeUnit.MILLISECONDS.toNanos(20);

	private final InputStream terminal;

	private final Object reading = new Object();

	private volatile boolean ended;

	KeyInput(InputStream terminal) {
		this.terminal = terminal;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] keys, int offset, int length) throws IOException {
		synchronized (this.reading) {
			while (!this.ended) {
				long asked = System.nanoTime();
				int read = this.terminal.read(keys, offset, length);
				if (read > 0) {
					return read;
				}
				this.ended = this.ended || System.nanoTime() - asked < HUNG_UP;
			}
			return -1;
		}
	}

	/**
	 * Ends the keys for any reader.
	 */
	void end() {
		this.ended = true;
	}

	/**
	 * Ends the keys, and waits for any read in progress to return.
	 */
	@Override
	public void close() {
		end();
		synchronized (this.reading) {
			// No read is in progress any more.
		}
	}

}

package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * What is typed at a terminal that is set to return from a read after a while even if
 * nothing was: so nobody has to wait for a key to be rid of the reader.
 */
final class KeyInput extends InputStream {

	/**
	 * How long a read waits for a key, in tenths of a second, as {@code VTIME} counts.
	 */
	static final int PATIENCE = 1;

	/**
	 * A terminal that returns nothing sooner than this has been hung up.
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
	 * Lets the keys end, for whoever reads them.
	 */
	void end() {
		this.ended = true;
	}

	/**
	 * Lets the keys end, and waits until nobody reads them.
	 */
	@Override
	public void close() {
		end();
		synchronized (this.reading) {
			// Whoever was reading has left.
		}
	}

}

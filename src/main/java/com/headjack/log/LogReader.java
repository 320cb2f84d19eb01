package com.headjack.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Reads a log from some place on.
 */
public final class LogReader implements AutoCloseable {

	private static final int BLOCK = 256 * 1024;

	private final LogParts log;

	private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

	private long position;

	LogReader(LogParts log) {
		this.log = log;
	}

	/**
	 * Goes where the log's last bytes can be read from.
	 * @param bytes how many; there may be fewer, and less may be worth reading
	 * @return what is known of that place
	 */
	LogStart begin(long bytes) throws IOException {
		LogStart start = new LogSearch(this.log).start(bytes);
		this.position = start.position();
		return start;
	}

	/**
	 * Goes where the last lines begin, as the program ended them.
	 * @param lines how many; there may be fewer
	 * @throws IOException if the log cannot be read
	 */
	public void skipToLast(int lines) throws IOException {
		this.position = new LogSearch(this.log).lines(lines);
	}

	/**
	 * Copies what there is by now and has not been copied yet.
	 * @param target where it goes; not closed
	 * @return whether there was anything
	 * @throws IOException if it cannot be copied
	 */
	public boolean copy(OutputStream target) throws IOException {
		this.log.refresh();
		long begin = this.position;
		long end = this.log.end();
		while (this.position < end && this.log.read(this.position, this.block.clear()) > 0) {
			target.write(this.block.array(), 0, this.block.position());
			this.position += this.block.position();
		}
		this.log.forget(this.position);
		return this.position > begin;
	}

	@Override
	public void close() throws IOException {
		this.log.close();
	}

}

package com.headjack.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

import com.headjack.engine.TerminalSize;

/**
 * Reads a log from a chosen position.
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
	 * Moves to a position from which the log's last bytes can be read.
	 * @param bytes the maximum number of bytes; fewer may exist, or be worth reading
	 * @return the position, and the state of the terminal there
	 */
	LogStart begin(long bytes) throws IOException {
		LogStart start = new LogSearch(this.log).start(bytes);
		this.position = start.position();
		return start;
	}

	/**
	 * Moves to the start of the last lines, counted by the program's line feeds.
	 * @param lines the number of lines; the log may have fewer
	 * @throws IOException if the log cannot be read
	 */
	public void skipToLast(int lines) throws IOException {
		this.position = new LogSearch(this.log).lines(lines);
	}

	/**
	 * Reads the end of what comes before the position.
	 * @param most the maximum number of bytes
	 * @return the bytes; fewer at the start of the log
	 * @throws IOException if the log cannot be read
	 */
	public byte[] before(int most) throws IOException {
		ByteBuffer before = ByteBuffer.allocate((int) Math.min(most, this.position));
		long begin = this.position - before.capacity();
		while (before.position() < before.capacity()
				&& this.log.read(begin + before.position(), before.limit(before.capacity())) > 0) {
			// The log may be in two files.
		}
		return Arrays.copyOf(before.array(), before.position());
	}

	/**
	 * Copies the output that has arrived since the last call.
	 * @param target the target stream, which stays open
	 * @return whether there was any output
	 * @throws IOException if the output cannot be copied
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

	/**
	 * Returns a stream that passes on a log's output without the marks of the terminal's
	 * size.
	 * @param target receives the program's own output
	 * @return the stream, which need not be closed
	 */
	public static OutputStream withoutMarks(OutputStream target) {
		return new LogMarks(new LogTarget() {

			@Override
			public void write(byte[] octets, int offset, int count) throws IOException {
				target.write(octets, offset, count);
			}

			@Override
			public void resize(TerminalSize size) {
			}

		});
	}

	@Override
	public void close() throws IOException {
		this.log.close();
	}

}

package com.headjack.log;

import java.io.IOException;

import com.headjack.engine.TerminalSize;
import com.headjack.screen.LineSink;
import com.headjack.screen.Transcript;

/**
 * A log as lines to be read.
 */
public final class ReadableLog implements AutoCloseable {

	/**
	 * How much is read at first for a line; most are shorter.
	 */
	private static final long BYTES = 1024;

	private static final long LEAST = 256 * BYTES;

	/**
	 * Where so much holds too few lines, the program has drawn the same ones again and
	 * again.
	 */
	private static final long MOST = 64 * 1024 * BYTES;

	private static final int GROWTH = 8;

	/**
	 * Of this many looks at the log none has found anything new when a program is taken
	 * to have drawn what it had to.
	 */
	private static final int QUIET = 15;

	private final LogReader reader;

	private final LastLines lines;

	private final Transcript transcript;

	private final LogMarks marks;

	private final boolean known;

	private int quiet;

	private ReadableLog(LogReader reader, LogStart start, LastLines lines) {
		this.reader = reader;
		this.lines = lines;
		TerminalSize size = start.size();
		this.known = start.known();
		this.transcript = this.known ? new Transcript(size.rows(), size.columns(), lines)
				: Transcript.inTheMiddle(size.rows(), size.columns(), lines);
		this.marks = new LogMarks(new Drawing(this.transcript));
	}

	/**
	 * Reads from the end of a log what is wanted of it, and no line before that.
	 * @param log the log
	 * @param lines how many of its last lines are wanted; all that are kept with
	 * {@link Integer#MAX_VALUE}
	 * @param goesOn whether more may come, so that nothing is final that can still change
	 * @param target takes the lines
	 * @return the log, to be closed by the caller
	 * @throws IOException if the log cannot be read
	 */
	public static ReadableLog open(SessionLog log, int lines, boolean goesOn, LineSink target) throws IOException {
		long bytes = (lines == Integer.MAX_VALUE) ? Long.MAX_VALUE : Math.max(LEAST, lines * BYTES);
		ReadableLog readable = read(log, bytes, goesOn, new LastLines(lines, target));
		while (!readable.complete() && bytes < MOST) {
			readable.close();
			bytes *= GROWTH;
			readable = read(log, bytes, goesOn, new LastLines(lines, target));
		}
		readable.lines.release();
		return readable;
	}

	private static ReadableLog read(SessionLog log, long bytes, boolean goesOn, LastLines lines) throws IOException {
		LogReader reader = log.open();
		ReadableLog readable = new ReadableLog(reader, reader.begin(bytes), lines);
		reader.copy(readable.marks);
		if (goesOn) {
			readable.transcript.settle(true);
		}
		else {
			readable.finish();
		}
		return readable;
	}

	private boolean complete() {
		return this.known || this.lines.complete();
	}

	/**
	 * Gives the lines that have come since.
	 * @throws IOException if they cannot be read
	 */
	public void next() throws IOException {
		this.quiet = this.reader.copy(this.marks) ? 0 : this.quiet + 1;
		this.transcript.settle(this.quiet == QUIET);
	}

	/**
	 * Gives the lines that are left when no more come.
	 * @throws IOException if they cannot be read
	 */
	public void finish() throws IOException {
		this.marks.close();
		this.transcript.finish();
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/**
	 * Draws on a screen that is only there to be read.
	 *
	 * @param transcript what becomes of it
	 */
	private record Drawing(Transcript transcript) implements LogTarget {

		@Override
		public void write(byte[] octets, int offset, int count) {
			this.transcript.write(octets, offset, count);
		}

		@Override
		public void resize(TerminalSize size) {
			this.transcript.resize(size.rows(), size.columns());
		}

	}

}

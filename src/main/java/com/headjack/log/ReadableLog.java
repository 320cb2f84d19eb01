package com.headjack.log;

import java.io.IOException;
import java.util.function.Supplier;

import com.headjack.engine.TerminalSize;
import com.headjack.redaction.Redaction;
import com.headjack.screen.LineSink;
import com.headjack.screen.Transcript;

/**
 * A log as readable lines.
 */
public final class ReadableLog implements AutoCloseable {

	/**
	 * The number of bytes to read at first for each line; most lines are shorter.
	 */
	private static final long BYTES = 1024;

	private static final long LEAST = 256 * BYTES;

	/**
	 * The number of bytes after which the search ends. If they hold too few lines, the
	 * program has been redrawing the same lines.
	 */
	private static final long MOST = 64 * 1024 * BYTES;

	private static final int GROWTH = 8;

	/**
	 * The number of successive checks without new output after which the program is
	 * assumed to have finished drawing.
	 */
	private static final int QUIET = 15;

	private final LogReader reader;

	private final LastLines lines;

	private final RedactedLines redacted;

	private final Transcript transcript;

	private final LogMarks marks;

	private final boolean known;

	private int quiet;

	private ReadableLog(LogReader reader, LogStart start, LastLines lines, Supplier<Redaction> redaction) {
		this.reader = reader;
		this.lines = lines;
		TerminalSize size = start.size();
		this.known = start.known();
		this.redacted = new RedactedLines(redaction, new BlankLines(lines));
		this.transcript = this.known ? new Transcript(size.rows(), size.columns(), this.redacted)
				: Transcript.inTheMiddle(size.rows(), size.columns(), this.redacted);
		this.marks = new LogMarks(new Drawing(this.transcript));
	}

	/**
	 * Opens a log and passes on its last lines.
	 * @param log the log
	 * @param lines the number of lines; {@link Integer#MAX_VALUE} for all lines that are
	 * kept
	 * @param goesOn whether more output may come; then lines that may still change are
	 * held back
	 * @param redaction gives the secrets to hide when there is the first line
	 * @param target receives the lines
	 * @return the log, which the caller closes
	 * @throws IOException if the log cannot be read
	 */
	public static ReadableLog open(SessionLog log, int lines, boolean goesOn, Supplier<Redaction> redaction,
			LineSink target) throws IOException {
		long bytes = (lines == Integer.MAX_VALUE) ? Long.MAX_VALUE : Math.max(LEAST, lines * BYTES);
		ReadableLog readable = read(log, bytes, goesOn, redaction, new LastLines(lines, target));
		while (!readable.complete() && bytes < MOST) {
			readable.close();
			bytes *= GROWTH;
			readable = read(log, bytes, goesOn, redaction, new LastLines(lines, target));
		}
		readable.lines.release();
		return readable;
	}

	private static ReadableLog read(SessionLog log, long bytes, boolean goesOn, Supplier<Redaction> redaction,
			LastLines lines) throws IOException {
		LogReader reader = log.open();
		ReadableLog readable = new ReadableLog(reader, reader.begin(bytes), lines, redaction);
		reader.copy(readable.marks);
		if (goesOn) {
			readable.transcript.settle(true);
			readable.redacted.settle();
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
	 * Passes on the lines that have arrived since the last call.
	 * @throws IOException if the log cannot be read
	 */
	public void next() throws IOException {
		this.quiet = this.reader.copy(this.marks) ? 0 : this.quiet + 1;
		this.transcript.settle(this.quiet == QUIET);
		if (this.quiet > 0) {
			this.redacted.settle();
		}
	}

	/**
	 * Passes on the remaining lines when no more output will come.
	 * @throws IOException if the log cannot be read
	 */
	public void finish() throws IOException {
		this.marks.close();
		this.transcript.finish();
		this.redacted.finish();
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/**
	 * Passes the output on to a transcript.
	 *
	 * @param transcript the transcript
	 */
	record Drawing(Transcript transcript) implements LogTarget {

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

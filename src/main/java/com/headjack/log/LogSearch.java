package com.headjack.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

import com.headjack.engine.TerminalSize;

/**
 * Finds where to begin to read a log, from its end.
 *
 * @param log the log
 */
record LogSearch(LogParts log) {

	/**
	 * What programs write that draw all that they ever drew anew.
	 */
	private static final byte[] ANEW = "\033[2J\033[3J\033[H".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] SIZE = LogFormat.SIZE_MARK.getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LINE = { '\n' };

	private static final int BLOCK = 256 * 1024;

	/**
	 * Marks of the size come more often.
	 */
	private static final int REACH = 16 * 1024 * 1024;

	private static final int LONGEST_LINE = 1024 * 1024;

	/**
	 * Finds the start of what is to be read of the log's last bytes.
	 */
	LogStart start(long bytes) throws IOException {
		long end = this.log.end();
		long from = Math.max(0, end - bytes);
		OptionalLong anew = last(ANEW, from, end);
		if (anew.isPresent()) {
			return new LogStart(anew.getAsLong(), size(anew.getAsLong()), true);
		}
		if (from == 0 && !isCut()) {
			return new LogStart(0, size(0), true);
		}
		long line = first(LINE, from, Math.min(end, from + LONGEST_LINE)).orElse(from - 1) + 1;
		return new LogStart(line, size(line), false);
	}

	/**
	 * Whether the log began before what is kept of it.
	 */
	private boolean isCut() throws IOException {
		return Arrays.equals(block(0, SIZE.length), SIZE);
	}

	/**
	 * The size of the terminal at a position.
	 */
	private TerminalSize size(long position) throws IOException {
		OptionalLong mark = last(SIZE, Math.max(0, position - REACH), position);
		if (mark.isEmpty()) {
			return LogFormat.FIRST_SIZE;
		}
		byte[] text = block(mark.getAsLong() + SIZE.length, mark.getAsLong() + SIZE.length + 12);
		String size = new String(text, StandardCharsets.US_ASCII).split("\007", 2)[0];
		return LogMarks.size(size).orElse(LogFormat.FIRST_SIZE);
	}

	/**
	 * Finds where the last lines begin.
	 * @return the offset in bytes; 0 if there are fewer
	 */
	long lines(int count) throws IOException {
		if (count == 0) {
			return this.log.end();
		}
		// The last line's end begins no line.
		OptionalLong end = last(LINE, 0, this.log.end() - 1, count);
		return end.isPresent() ? end.getAsLong() + 1 : 0;
	}

	private OptionalLong first(byte[] text, long from, long end) throws IOException {
		byte[] block = block(from, end);
		for (int i = 0; i <= block.length - text.length; i++) {
			if (matches(block, i, text)) {
				return OptionalLong.of(from + i);
			}
		}
		return OptionalLong.empty();
	}

	private OptionalLong last(byte[] text, long from, long end) throws IOException {
		return last(text, from, end, 1);
	}

	/**
	 * Finds a place between two where a text stands, counted from the last one.
	 */
	private OptionalLong last(byte[] text, long from, long end, int count) throws IOException {
		int left = count;
		for (long last = end; last > from; last -= BLOCK) {
			long first = Math.max(from, last - BLOCK);
			byte[] block = block(first, Math.min(end, last + text.length - 1));
			for (int i = block.length - text.length; i >= 0; i--) {
				if (matches(block, i, text) && --left == 0) {
					return OptionalLong.of(first + i);
				}
			}
		}
		return OptionalLong.empty();
	}

	private static boolean matches(byte[] block, int index, byte[] text) {
		for (int i = 0; i < text.length; i++) {
			if (block[index + i] != text[i]) {
				return false;
			}
		}
		return true;
	}

	private byte[] block(long from, long end) throws IOException {
		ByteBuffer block = ByteBuffer.allocate((int) Math.max(0, end - from));
		while (block.hasRemaining() && this.log.read(from + block.position(), block) > 0) {
			block.limit(block.capacity());
		}
		return Arrays.copyOf(block.array(), block.position());
	}

}

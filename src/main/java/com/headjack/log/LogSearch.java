package com.headjack.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

import com.headjack.engine.TerminalSize;

/**
 * Searches a log backward from its end for a position to start reading.
 *
 * @param log the log
 */
record LogSearch(LogParts log) {

	/**
	 * The sequence of a program that is about to redraw everything: it clears the screen
	 * and the scrollback.
	 */
	private static final byte[] ANEW = "\033[2J\033[3J\033[H".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] SIZE = LogFormat.SIZE_MARK.getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LINE = { '\n' };

	private static final int BLOCK = 256 * 1024;

	/**
	 * The distance to search for a mark of the size, in bytes; marks are never further
	 * apart.
	 */
	private static final int REACH = 16 * 1024 * 1024;

	private static final int LONGEST_LINE = 1024 * 1024;

	/**
	 * Finds the best position to start reading within the log's last bytes.
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
	 * Returns whether the beginning of the log is no longer kept.
	 */
	private boolean isCut() throws IOException {
		return Arrays.equals(block(0, SIZE.length), SIZE);
	}

	/**
	 * Returns the size of the terminal at a position.
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
	 * Finds the start of the last lines.
	 * @return the offset in bytes; 0 if there are no more lines than that
	 */
	long lines(int count) throws IOException {
		if (count == 0) {
			return this.log.end();
		}
		// No line starts after the last line feed.
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
	 * Finds the nth occurrence of a text between two positions, counted from the last.
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

package com.headjack.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.engine.TerminalSize;

/**
 * Removes the marks of the terminal's size from a log. A mark can be anywhere, even in
 * the middle of a multi-byte character.
 */
final class LogMarks extends OutputStream {

	private static final char END = '\007';

	private static final byte[] PREFIX = LogFormat.SIZE_MARK.getBytes(StandardCharsets.US_ASCII);

	private static final int LONGEST = PREFIX.length + 12;

	private static final Pattern SIZE = Pattern.compile("(\\d{1,5});(\\d{1,5})");

	private final LogTarget target;

	/**
	 * The bytes at the end of the input so far that may be the start of a mark.
	 */
	private byte[] begun = {};

	/**
	 * Creates a filter.
	 * @param target receives the remaining bytes, and the sizes
	 */
	LogMarks(LogTarget target) {
		this.target = target;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] octets, int offset, int count) throws IOException {
		if (this.begun.length == 0) {
			pass(octets, offset, offset + count);
			return;
		}
		byte[] all = Arrays.copyOf(this.begun, this.begun.length + count);
		System.arraycopy(octets, offset, all, this.begun.length, count);
		this.begun = new byte[0];
		pass(all, 0, all.length);
	}

	private void pass(byte[] octets, int offset, int end) throws IOException {
		int done = offset;
		int next = offset;
		while (next < end) {
			if (octets[next] != PREFIX[0] || !begins(octets, next, end)) {
				next++;
				continue;
			}
			int last = last(octets, next, end);
			if (last < 0 && end - next >= LONGEST) {
				next++;
				continue;
			}
			this.target.write(octets, done, next - done);
			if (last < 0) {
				this.begun = Arrays.copyOfRange(octets, next, end);
				return;
			}
			int from = next + PREFIX.length;
			size(new String(octets, from, last - from, StandardCharsets.US_ASCII)).ifPresent(this.target::resize);
			next = last + 1;
			done = next;
		}
		this.target.write(octets, done, end - done);
	}

	private static boolean begins(byte[] octets, int from, int end) {
		int length = Math.min(PREFIX.length, end - from);
		return Arrays.equals(octets, from, from + length, PREFIX, 0, length);
	}

	private static int last(byte[] octets, int from, int end) {
		for (int i = from + PREFIX.length; i < Math.min(end, from + LONGEST); i++) {
			if (octets[i] == END) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Passes on the bytes that looked like the start of a mark.
	 */
	@Override
	public void close() throws IOException {
		this.target.write(this.begun, 0, this.begun.length);
		this.begun = new byte[0];
	}

	static Optional<TerminalSize> size(String text) {
		return Optional.of(SIZE.matcher(text))
			.filter(Matcher::matches)
			.map((size) -> new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))));
	}

}

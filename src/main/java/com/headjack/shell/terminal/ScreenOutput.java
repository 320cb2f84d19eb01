package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Passes on a program's output, and keeps track of the terminal modes that it changes: a
 * program that ends suddenly leaves them changed.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences, "DEC Private Mode Set"</a>
 */
final class ScreenOutput extends OutputStream {

	private static final int ESCAPE = 0x1b;

	private static final int LONGEST = 32;

	private static final int CURSOR = 25;

	private static final int WRAP = 7;

	private final OutputStream screen;

	/**
	 * The modes that differ from a terminal's defaults.
	 */
	private final SortedSet<Integer> changed = new TreeSet<>();

	private final StringBuilder sequence = new StringBuilder();

	private boolean inSequence;

	ScreenOutput(OutputStream screen) {
		this.screen = screen;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		this.screen.write(bytes, offset, length);
		for (int i = offset; i < offset + length; i++) {
			if (bytes[i] == ESCAPE) {
				this.sequence.setLength(0);
				this.inSequence = true;
			}
			else if (this.inSequence) {
				this.inSequence = follow((char) (bytes[i] & 0xff));
			}
		}
	}

	/**
	 * Takes a character of an escape sequence.
	 * @return whether more of the sequence follows
	 */
	private boolean follow(char character) {
		if (this.sequence.isEmpty()) {
			this.sequence.append(character);
			return character == '[';
		}
		if (character == 'h' || character == 'l') {
			change(this.sequence.substring(1), character == 'h');
		}
		this.sequence.append(character);
		return (character < 0x40 || character > 0x7e) && this.sequence.length() < LONGEST;
	}

	private void change(String parameters, boolean on) {
		if (parameters.matches("\\?\\d{1,5}(;\\d{1,5})*")) {
			for (String mode : parameters.substring(1).split(";", -1)) {
				int number = Integer.parseInt(mode);
				if (on == onAtFirst(number)) {
					this.changed.remove(number);
				}
				else {
					this.changed.add(number);
				}
			}
		}
	}

	private static boolean onAtFirst(int mode) {
		return mode == CURSOR || mode == WRAP;
	}

	/**
	 * Restores the changed modes; writes nothing if there are none.
	 */
	void restore() throws IOException {
		if (this.changed.isEmpty()) {
			return;
		}
		StringBuilder sequences = new StringBuilder("\033[m\033[>4m\033>");
		this.changed.forEach((mode) -> sequences.append("\033[?").append(mode).append(onAtFirst(mode) ? 'h' : 'l'));
		this.changed.clear();
		this.screen.write(sequences.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
	}

}

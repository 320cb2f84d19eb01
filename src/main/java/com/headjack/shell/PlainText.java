package com.headjack.shell;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Passes on text without control sequences, line by line, each as it stood on the screen
 * when the next one began.
 *
 * @see <a href=
 * "https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48</a>
 */
final class PlainText extends OutputStream {

	private static final int ESCAPE = 0x1b;

	private static final int BELL = 0x07;

	private static final int LONGEST_PARAMETER = 4;

	private final OutputStream target;

	private final ScreenLine line = new ScreenLine();

	private final StringBuilder parameter = new StringBuilder();

	private State state = State.TEXT;

	PlainText(OutputStream target) {
		this.target = target;
	}

	private enum State {

		TEXT, ESCAPED, CHARSET, SEQUENCE, STRING, STRING_ESCAPED

	}

	@Override
	public void write(int octet) throws IOException {
		int value = octet & 0xff;
		switch (this.state) {
			case TEXT -> text(value);
			case ESCAPED -> this.state = escaped(value);
			case CHARSET, STRING_ESCAPED -> this.state = State.TEXT;
			case SEQUENCE -> sequence(value);
			case STRING -> this.state = string(value);
		}
	}

	private void text(int value) throws IOException {
		switch (value) {
			case ESCAPE -> this.state = State.ESCAPED;
			case '\n' -> endLine();
			case '\r' -> this.line.moveTo(0);
			case '\b' -> this.line.moveBy(-1);
			default -> {
				if (value == '\t' || (value >= ' ' && value != 0x7f)) {
					this.line.put((byte) value);
				}
			}
		}
	}

	private State escaped(int value) {
		this.parameter.setLength(0);
		return switch (value) {
			case '[' -> State.SEQUENCE;
			case ']', 'P', 'X', '^', '_' -> State.STRING;
			case '(', ')', '*', '+', '#', '%', ' ' -> State.CHARSET;
			default -> State.TEXT;
		};
	}

	private void sequence(int value) {
		if (value < 0x40 || value > 0x7e) {
			this.parameter.append((char) value);
			return;
		}
		this.state = State.TEXT;
		switch (value) {
			case 'C' -> this.line.moveBy(number());
			case 'D' -> this.line.moveBy(-number());
			case 'G' -> this.line.moveTo(number() - 1);
			case 'K' -> this.line.eraseFromHere();
			default -> {
			}
		}
	}

	private int number() {
		boolean plain = !this.parameter.isEmpty() && this.parameter.length() <= LONGEST_PARAMETER
				&& this.parameter.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
		return plain ? Math.max(1, Integer.parseInt(this.parameter.toString())) : 1;
	}

	private static State string(int value) {
		return switch (value) {
			case BELL -> State.TEXT;
			case ESCAPE -> State.STRING_ESCAPED;
			default -> State.STRING;
		};
	}

	private void endLine() throws IOException {
		this.target.write(this.line.take());
		this.target.write('\n');
	}

	/**
	 * Passes on what stands in the last line.
	 */
	@Override
	public void close() throws IOException {
		if (!this.line.isEmpty()) {
			endLine();
		}
		this.target.flush();
	}

}

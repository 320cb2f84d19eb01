package com.headjack.screen;

import java.io.ByteArrayOutputStream;

/**
 * Separates text from control sequences, which may arrive in pieces.
 *
 * @see <a href=
 * "https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48</a>
 * @see <a href="https://vt100.net/emu/dec_ansi_parser">A parser for DEC's ANSI-compatible
 * video terminals</a>
 */
public final class ControlParser {

	/**
	 * The length of the longest operating system command that is given out, in bytes: a
	 * clipboard's text of about 750 KiB.
	 */
	public static final int LONGEST_COMMAND = 1024 * 1024;

	private static final int LONGEST_SEQUENCE = 1024;

	private static final int BELL = 0x07;

	private static final int CANCEL = 0x18;

	private static final int SUBSTITUTE = 0x1a;

	private static final int ESCAPE = 0x1b;

	private static final int DELETE = 0x7f;

	private final ControlHandler handler;

	private final long longestString;

	private final Utf8 utf8 = new Utf8();

	private final StringBuilder body = new StringBuilder();

	private final ByteArrayOutputStream command = new ByteArrayOutputStream();

	private State state = State.TEXT;

	/**
	 * Whether the control string that is being read is an operating system command.
	 */
	private boolean commanding;

	private long length;

	/**
	 * Creates a parser.
	 * @param handler receives the parts
	 * @param longestString the number of bytes after which a control string without an
	 * end is given up
	 */
	public ControlParser(ControlHandler handler, long longestString) {
		this.handler = handler;
		this.longestString = longestString;
	}

	private enum State {

		TEXT, ESCAPED, SEQUENCE, STRING, STRING_ESCAPED

	}

	/**
	 * Whether neither a sequence nor a character is unfinished.
	 * @return whether the next byte begins one
	 */
	public boolean idle() {
		return this.state == State.TEXT && !this.utf8.begun();
	}

	/**
	 * Takes output.
	 * @param bytes a buffer that holds the output
	 * @param offset the offset of the first byte
	 * @param count the number of bytes
	 */
	public void parse(byte[] bytes, int offset, int count) {
		int end = offset + count;
		int next = offset;
		while (next < end) {
			int plain = idle() ? plain(bytes, next, end) : next;
			if (plain > next) {
				this.handler.text(bytes, next, plain - next);
				next = plain;
			}
			else {
				take(bytes[next++] & 0xff);
			}
		}
	}

	private static int plain(byte[] bytes, int from, int end) {
		int next = from;
		while (next < end && bytes[next] >= ' ' && bytes[next] != DELETE) {
			next++;
		}
		return next;
	}

	private void take(int value) {
		if (this.utf8.brokenBy(value)) {
			this.handler.character(this.utf8.giveUp());
		}
		switch (value) {
			case ESCAPE -> {
				this.state = (this.state == State.STRING) ? State.STRING_ESCAPED : State.ESCAPED;
				this.body.setLength(0);
			}
			case CANCEL, SUBSTITUTE -> this.state = State.TEXT;
			default -> proceed(value);
		}
	}

	private void proceed(int value) {
		switch (this.state) {
			case STRING -> string(value);
			case STRING_ESCAPED -> stringEscaped(value);
			case TEXT, ESCAPED, SEQUENCE -> outsideStrings(value);
		}
	}

	private void outsideStrings(int value) {
		if (value < ' ') {
			this.handler.control(value);
		}
		else if (value > DELETE || this.state == State.TEXT) {
			this.state = State.TEXT;
			text(value);
		}
		else if (value < DELETE) {
			add((char) value);
		}
	}

	private void text(int value) {
		int character = this.utf8.take(value);
		if (character != Utf8.UNFINISHED && character != DELETE) {
			this.handler.character(character);
		}
	}

	/**
	 * Adds a character to a sequence. One that is too long is none.
	 */
	private void add(char value) {
		this.body.append(value);
		if (this.state == State.ESCAPED) {
			escaped(value);
		}
		else if (value >= '@') {
			this.state = State.TEXT;
			this.handler.sequence(this.body);
		}
		if (this.body.length() == LONGEST_SEQUENCE) {
			this.state = State.TEXT;
		}
	}

	private void escaped(char value) {
		if (value < '0') {
			return;
		}
		this.state = State.TEXT;
		switch ((this.body.length() == 1) ? value : 0) {
			case '[' -> {
				this.state = State.SEQUENCE;
				this.body.setLength(0);
			}
			// The last one is the title of a window of screen's and tmux's.
			case ']', 'P', 'X', '^', '_', 'k' -> beginString(value == ']');
			default -> this.handler.escape(this.body);
		}
	}

	private void beginString(boolean commanding) {
		this.state = State.STRING;
		this.commanding = commanding;
		this.length = 0;
		this.command.reset();
	}

	private void string(int value) {
		if (value == BELL && this.commanding) {
			endString(true);
			return;
		}
		if (this.commanding && this.length < LONGEST_COMMAND) {
			this.command.write(value);
		}
		if (++this.length == this.longestString) {
			this.state = State.TEXT;
		}
	}

	private void stringEscaped(int value) {
		if (value == '\\') {
			endString(false);
		}
		else {
			this.state = State.ESCAPED;
			proceed(value);
		}
	}

	private void endString(boolean bell) {
		this.state = State.TEXT;
		if (this.commanding && this.length <= LONGEST_COMMAND) {
			this.handler.command(this.command.toByteArray(), bell);
		}
	}

}

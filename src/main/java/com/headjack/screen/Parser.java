package com.headjack.screen;

/**
 * Separates text from control sequences, which may arrive in pieces.
 *
 * @see <a href=
 * "https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48</a>
 */
final class Parser {

	private static final int BELL = 0x07;

	private static final int CANCEL = 0x18;

	private static final int SUBSTITUTE = 0x1a;

	private static final int ESCAPE = 0x1b;

	private static final int DELETE = 0x7f;

	/**
	 * The longest control string in bytes: an unterminated one must not swallow all
	 * output.
	 */
	private static final int LONGEST_STRING = 1024 * 1024;

	private final Screen screen;

	private final Sequences sequences;

	private final Utf8 utf8 = new Utf8();

	private final Parameters parameters = new Parameters();

	private State state = State.TEXT;

	private int intermediate;

	private int length;

	private boolean bellEnds;

	Parser(Screen screen, Sequences sequences) {
		this.screen = screen;
		this.sequences = sequences;
	}

	private enum State {

		TEXT, ESCAPED, SEQUENCE, STRING

	}

	void parse(byte[] bytes, int offset, int count) {
		int end = offset + count;
		int next = offset;
		while (next < end) {
			int plain = (this.state == State.TEXT && !this.utf8.begun()) ? plain(bytes, next, end) : next;
			if (plain > next) {
				this.screen.print(bytes, next, plain - next);
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
			this.screen.print(this.utf8.giveUp());
		}
		if (value == ESCAPE) {
			this.state = State.ESCAPED;
			this.intermediate = 0;
		}
		else if (value == CANCEL || value == SUBSTITUTE) {
			this.state = State.TEXT;
		}
		else if (this.state == State.STRING) {
			string(value);
		}
		else if (value < ' ') {
			this.sequences.control(value);
		}
		else {
			proceed(value);
		}
	}

	private void proceed(int value) {
		switch (this.state) {
			case TEXT -> text(value);
			case ESCAPED -> escaped(value);
			case SEQUENCE -> sequence(value);
			case STRING -> string(value);
		}
	}

	private void text(int value) {
		int character = this.utf8.take(value);
		if (character != Utf8.UNFINISHED) {
			this.screen.print(character);
		}
	}

	private void escaped(int value) {
		if (value < '0') {
			this.intermediate = value;
			return;
		}
		this.state = State.TEXT;
		if (this.intermediate != 0) {
			this.sequences.escape(this.intermediate, value);
			return;
		}
		switch (value) {
			case '[' -> {
				this.parameters.clear();
				this.state = State.SEQUENCE;
			}
			case ']' -> beginString(true);
			// The last one sets the title of a window of screen or tmux.
			case 'P', 'X', '^', '_', 'k' -> beginString(false);
			default -> this.sequences.escape(0, value);
		}
	}

	private void beginString(boolean endedByBell) {
		this.state = State.STRING;
		this.bellEnds = endedByBell;
		this.length = 0;
	}

	private void string(int value) {
		if ((this.bellEnds && value == BELL) || ++this.length == LONGEST_STRING) {
			this.state = State.TEXT;
		}
	}

	private void sequence(int value) {
		if (value >= '@' && value < DELETE) {
			this.state = State.TEXT;
			this.sequences.sequence(this.parameters, value);
		}
		else {
			this.parameters.take(value);
		}
	}

}

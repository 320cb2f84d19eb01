package com.headjack.screen;

/**
 * Tells text from control sequences, wherever they are cut.
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
	 * More than a program puts into a string, which may never be ended.
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

	void parse(byte[] octets, int offset, int count) {
		int end = offset + count;
		int next = offset;
		while (next < end) {
			int plain = (this.state == State.TEXT && !this.utf8.begun()) ? plain(octets, next, end) : next;
			if (plain > next) {
				this.screen.print(octets, next, plain - next);
				next = plain;
			}
			else {
				take(octets[next++] & 0xff);
			}
		}
	}

	private static int plain(byte[] octets, int from, int end) {
		int next = from;
		while (next < end && octets[next] >= ' ' && octets[next] != DELETE) {
			next++;
		}
		return next;
	}

	private void take(int octet) {
		if (this.utf8.brokenBy(octet)) {
			this.screen.print(this.utf8.giveUp());
		}
		if (octet == ESCAPE) {
			this.state = State.ESCAPED;
			this.intermediate = 0;
		}
		else if (octet == CANCEL || octet == SUBSTITUTE) {
			this.state = State.TEXT;
		}
		else if (this.state == State.STRING) {
			string(octet);
		}
		else if (octet < ' ') {
			this.sequences.control(octet);
		}
		else {
			proceed(octet);
		}
	}

	private void proceed(int octet) {
		switch (this.state) {
			case TEXT -> text(octet);
			case ESCAPED -> escaped(octet);
			case SEQUENCE -> sequence(octet);
			case STRING -> string(octet);
		}
	}

	private void text(int octet) {
		int character = this.utf8.take(octet);
		if (character != Utf8.UNFINISHED) {
			this.screen.print(character);
		}
	}

	private void escaped(int octet) {
		if (octet < '0') {
			this.intermediate = octet;
			return;
		}
		this.state = State.TEXT;
		if (this.intermediate != 0) {
			this.sequences.escape(this.intermediate, octet);
			return;
		}
		switch (octet) {
			case '[' -> {
				this.parameters.clear();
				this.state = State.SEQUENCE;
			}
			case ']' -> beginString(true);
			// The last one gives a title to a window of screen or tmux.
			case 'P', 'X', '^', '_', 'k' -> beginString(false);
			default -> this.sequences.escape(0, octet);
		}
	}

	private void beginString(boolean endedByBell) {
		this.state = State.STRING;
		this.bellEnds = endedByBell;
		this.length = 0;
	}

	private void string(int octet) {
		if ((this.bellEnds && octet == BELL) || ++this.length == LONGEST_STRING) {
			this.state = State.TEXT;
		}
	}

	private void sequence(int octet) {
		if (octet >= '@' && octet < DELETE) {
			this.state = State.TEXT;
			this.sequences.sequence(this.parameters, octet);
		}
		else {
			this.parameters.take(octet);
		}
	}

}

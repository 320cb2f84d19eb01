package com.headjack.redaction;

/**
 * Tells the bytes of a terminal program's output that are text from those of its control
 * sequences.
 */
final class Visibility {

	private static final int BELL = 0x07;

	private static final int CANCEL = 0x18;

	private static final int SUBSTITUTE = 0x1a;

	private static final int ESCAPE = 0x1b;

	private State state = State.TEXT;

	private boolean commanding;

	private enum State {

		TEXT, ESCAPED, INTERMEDIATE, SEQUENCE, STRING, STRING_ESCAPED

	}

	/**
	 * What a byte is.
	 */
	enum Part {

		/**
		 * Text, or what separates text.
		 */
		TEXT,
		/**
		 * Of a string that the terminal does not show as text, such as a title.
		 */
		STRING,
		/**
		 * Of anything else.
		 */
		CONTROL

	}

	/**
	 * Whether a byte is text after text.
	 */
	static boolean stays(byte value) {
		return value != ESCAPE && value != CANCEL && value != SUBSTITUTE;
	}

	boolean isText() {
		return this.state == State.TEXT;
	}

	/**
	 * Takes a byte.
	 * @return what it is
	 */
	Part take(byte value) {
		if (value == ESCAPE) {
			this.state = (this.state == State.STRING) ? State.STRING_ESCAPED : State.ESCAPED;
			return Part.CONTROL;
		}
		if (value == CANCEL || value == SUBSTITUTE) {
			this.state = State.TEXT;
			return Part.CONTROL;
		}
		return proceed(value);
	}

	private Part proceed(byte value) {
		return switch (this.state) {
			case TEXT -> Part.TEXT;
			case STRING -> string(value);
			case STRING_ESCAPED -> stringEscaped(value);
			case ESCAPED, INTERMEDIATE, SEQUENCE -> sequence(value);
		};
	}

	private Part stringEscaped(byte value) {
		boolean ends = value == '\\';
		this.state = ends ? State.TEXT : State.ESCAPED;
		return ends ? Part.CONTROL : sequence(value);
	}

	private Part string(byte value) {
		if (value == BELL && this.commanding) {
			this.state = State.TEXT;
			return Part.CONTROL;
		}
		return Part.STRING;
	}

	private Part sequence(byte value) {
		if (value < 0) {
			this.state = State.TEXT;
			return Part.TEXT;
		}
		if (value >= ' ' && value < 0x7f) {
			this.state = switch (this.state) {
				case ESCAPED -> escaped(value);
				case INTERMEDIATE -> (value < '0') ? State.INTERMEDIATE : State.TEXT;
				default -> (value < '@') ? State.SEQUENCE : State.TEXT;
			};
		}
		return Part.CONTROL;
	}

	private State escaped(byte value) {
		this.commanding = value == ']';
		return switch (value) {
			case '[' -> State.SEQUENCE;
			case ']', 'P', 'X', '^', '_', 'k' -> State.STRING;
			default -> (value < '0') ? State.INTERMEDIATE : State.TEXT;
		};
	}

}

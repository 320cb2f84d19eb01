package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes on what a program in a container writes, but for the control sequences that the
 * rules forbid. Where terminals could disagree about the end of a sequence, the sequence
 * is left out.
 *
 * @see <a href="https://vt100.net/emu/dec_ansi_parser">A parser for DEC's ANSI-compatible
 * video terminals</a>
 */
final class ProgramOutput extends OutputStream {

	private static final int ENQUIRY = 0x05;

	private static final int BELL = 0x07;

	private static final int CANCEL = 0x18;

	private static final int SUBSTITUTE = 0x1a;

	private static final int ESCAPE = 0x1b;

	private static final int DELETE = 0x7f;

	/**
	 * The first byte of control characters from U+0080 to U+009F, and of some letters.
	 */
	private static final int LATIN = 0xc2;

	private static final int LONGEST_SEQUENCE = 1024;

	private final ScreenRules rules;

	private final OutputStream screen;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	/**
	 * The signals that wait for the end of a sequence or a character.
	 */
	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

	private State state = State.TEXT;

	/**
	 * Whether the string that is being read is an operating system command.
	 */
	private boolean command;

	private boolean tooLong;

	/**
	 * The number of bytes that are missing from a character.
	 */
	private int missing;

	ProgramOutput(ScreenRules rules, OutputStream screen) {
		this.rules = rules;
		this.screen = screen;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	/**
	 * Writes a sequence between two sequences of the program's, if the rules allow it.
	 * @param sequence a complete sequence
	 */
	synchronized void insert(byte[] sequence) throws IOException {
		new ProgramOutput(this.rules, this.waiting).write(sequence);
		insertWaiting();
		this.screen.flush();
	}

	private void insertWaiting() throws IOException {
		if (this.state == State.TEXT && this.missing <= 0 && this.waiting.size() > 0) {
			this.waiting.writeTo(this.screen);
			this.waiting.reset();
		}
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		int done = offset;
		for (int i = offset; i < offset + length; i++) {
			int octet = bytes[i] & 0xff;
			if (this.state == State.TEXT && printable(octet)) {
				continue;
			}
			this.screen.write(bytes, done, i - done);
			done = i + 1;
			take(octet);
		}
		this.screen.write(bytes, done, offset + length - done);
		insertWaiting();
	}

	private boolean printable(int octet) {
		if (octet < 0x80) {
			this.missing = 0;
			return octet >= 0x20 || (octet != ENQUIRY && octet != BELL && octet != ESCAPE);
		}
		if (octet < 0xc0) {
			return this.missing-- > 0;
		}
		this.missing = (octet < 0xe0) ? 1 : (octet < 0xf0) ? 2 : 3;
		return octet != LATIN;
	}

	private void take(int octet) throws IOException {
		switch (this.state) {
			case TEXT -> text(octet);
			case LATIN -> latin(octet);
			case ESCAPE -> escape(octet);
			case DESIGNATION -> designation(octet);
			case SEQUENCE -> sequence(octet);
			case STRING -> string(octet);
			case STRING_ESCAPE -> stringEscape(octet);
		}
	}

	private void text(int octet) throws IOException {
		if (octet == ESCAPE) {
			this.state = State.ESCAPE;
		}
		else if (octet == LATIN) {
			this.state = State.LATIN;
		}
		else if (octet == BELL && this.rules.bell()) {
			this.screen.write(octet);
		}
	}

	/**
	 * Takes the second byte of a character: control characters are left out.
	 */
	private void latin(int octet) throws IOException {
		this.state = State.TEXT;
		this.missing = 0;
		if (octet >= 0xa0 && octet < 0xc0) {
			this.screen.write(new byte[] { (byte) LATIN, (byte) octet });
		}
		else if (octet < 0x80 || octet >= 0xc0) {
			again(octet);
		}
	}

	private void again(int octet) throws IOException {
		write(octet);
	}

	private void escape(int octet) throws IOException {
		if (octet == ESCAPE || octet == DELETE) {
			return;
		}
		if (octet == CANCEL || octet == SUBSTITUTE) {
			this.state = State.TEXT;
		}
		else if (octet < 0x20) {
			control(octet);
		}
		else if (octet >= 0x80) {
			this.state = State.TEXT;
			again(octet);
		}
		else {
			begin(octet);
		}
	}

	private void begin(int octet) throws IOException {
		this.body.reset();
		this.tooLong = false;
		this.command = octet == ']';
		switch (octet) {
			case '[' -> this.state = State.SEQUENCE;
			// The last one is the title of a window of screen's and tmux's.
			case ']', 'P', '_', '^', 'X', 'k' -> this.state = State.STRING;
			default -> {
				this.state = (octet < 0x30) ? State.DESIGNATION : State.TEXT;
				this.screen.write(new byte[] { ESCAPE, (byte) octet });
			}
		}
	}

	/**
	 * Takes a byte after an escape sequence's first one, such as the B of ESC ( B.
	 */
	private void designation(int octet) throws IOException {
		if (octet == ESCAPE) {
			this.state = State.ESCAPE;
		}
		else if (octet < 0x20) {
			control(octet);
		}
		else if (octet < DELETE) {
			this.state = (octet < 0x30) ? State.DESIGNATION : State.TEXT;
			this.screen.write(octet);
		}
		else if (octet > DELETE) {
			this.state = State.TEXT;
			again(octet);
		}
	}

	/**
	 * Passes on a control character in the middle of a sequence.
	 */
	private void control(int octet) throws IOException {
		if (octet != ENQUIRY && (octet != BELL || this.rules.bell())) {
			this.screen.write(octet);
		}
	}

	private void sequence(int octet) throws IOException {
		if (octet == ESCAPE) {
			this.state = State.ESCAPE;
		}
		else if (octet == CANCEL || octet == SUBSTITUTE || octet >= 0x80 || this.body.size() == LONGEST_SEQUENCE) {
			this.state = State.TEXT;
			again(octet);
		}
		else if (octet < 0x20) {
			control(octet);
		}
		else if (octet != DELETE) {
			this.body.write(octet);
			if (octet >= 0x40) {
				this.state = State.TEXT;
				end(this.body.toString(StandardCharsets.US_ASCII));
			}
		}
	}

	private void end(String sequence) throws IOException {
		if (this.rules.allowsSequence(sequence)) {
			this.screen.write(("\033[" + sequence).getBytes(StandardCharsets.US_ASCII));
		}
	}

	private void string(int octet) throws IOException {
		if (octet == ESCAPE) {
			this.state = State.STRING_ESCAPE;
		}
		else if (octet == CANCEL || octet == SUBSTITUTE) {
			this.state = State.TEXT;
		}
		else if (octet == BELL && this.command) {
			endCommand("\007");
		}
		else {
			this.tooLong = this.tooLong || this.body.size() == ScreenRules.LONGEST;
			if (this.command && !this.tooLong) {
				this.body.write(octet);
			}
		}
	}

	private void stringEscape(int octet) throws IOException {
		if (octet == '\\') {
			endCommand("\033\\");
		}
		else {
			this.state = State.ESCAPE;
			escape(octet);
		}
	}

	private void endCommand(String end) throws IOException {
		this.state = State.TEXT;
		if (this.command && !this.tooLong && this.rules.allowsCommand(this.body.toByteArray())) {
			this.screen.write("\033]".getBytes(StandardCharsets.US_ASCII));
			this.body.writeTo(this.screen);
			this.screen.write(end.getBytes(StandardCharsets.US_ASCII));
		}
		this.body.reset();
	}

	@Override
	public synchronized void flush() throws IOException {
		this.screen.flush();
	}

	/**
	 * The positions in the grammar of control sequences.
	 */
	private enum State {

		TEXT, LATIN, ESCAPE, DESIGNATION, SEQUENCE, STRING, STRING_ESCAPE

	}

}

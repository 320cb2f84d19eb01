package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import com.headjack.screen.ControlParser;

/**
 * Passes on what a program in a container writes, as far as the rules allow it. Where
 * terminals could disagree about the end of a sequence, the sequence is left out.
 */
final class ProgramOutput extends OutputStream {

	private final ScreenRules rules;

	private final OutputStream screen;

	private final ChangedModes modes = new ChangedModes();

	private final ByteArrayOutputStream allowed = new ByteArrayOutputStream();

	private final ControlParser parser;

	/**
	 * The signals that wait for the end of a sequence or a character.
	 */
	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

	ProgramOutput(ScreenRules rules, OutputStream screen) {
		this.rules = rules;
		this.screen = screen;
		this.parser = new ControlParser(new ProgramFilter(rules, this.modes, this.allowed), Long.MAX_VALUE);
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		this.parser.parse(bytes, offset, length);
		insertWaiting();
		pass();
	}

	/**
	 * Writes a sequence between two sequences of the program's, if the rules allow it.
	 * @param sequence a complete sequence
	 */
	synchronized void insert(byte[] sequence) throws IOException {
		new ProgramOutput(this.rules, this.waiting).write(sequence);
		insertWaiting();
		pass();
		this.screen.flush();
	}

	private void insertWaiting() {
		if (this.parser.idle()) {
			this.allowed.writeBytes(this.waiting.toByteArray());
			this.waiting.reset();
		}
	}

	private void pass() throws IOException {
		byte[] bytes = this.allowed.toByteArray();
		this.allowed.reset();
		this.screen.write(bytes);
	}

	@Override
	public synchronized void flush() throws IOException {
		this.screen.flush();
	}

	/**
	 * Restores the modes that the program left changed. The screen stays open.
	 */
	@Override
	public synchronized void close() throws IOException {
		this.screen.write(this.modes.restoring());
		this.screen.flush();
	}

}

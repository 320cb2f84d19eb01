package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import com.headjack.screen.ControlHandler;

/**
 * Collects the parts of a program's output that the rules allow. Of the control
 * characters these are the ones that move the cursor or change the character set: file
 * transfers begin with others.
 */
final class ProgramFilter implements ControlHandler {

	private static final int BELL = 0x07;

	private static final int SHIFT_IN = 0x0f;

	private final ScreenRules rules;

	private final ChangedModes modes;

	private final ByteArrayOutputStream allowed;

	ProgramFilter(ScreenRules rules, ChangedModes modes, ByteArrayOutputStream allowed) {
		this.rules = rules;
		this.modes = modes;
		this.allowed = allowed;
	}

	@Override
	public void text(byte[] bytes, int offset, int count) {
		this.allowed.write(bytes, offset, count);
	}

	@Override
	public void character(int character) {
		if (ProgramText.allows(character)) {
			this.allowed.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
		}
	}

	@Override
	public void control(int character) {
		boolean moves = character >= '\b' && character <= SHIFT_IN;
		if (moves || (character == BELL && this.rules.bell())) {
			this.allowed.write(character);
		}
	}

	@Override
	public void escape(CharSequence body) {
		if (SequenceRules.allowEscape(body)) {
			ascii("\033" + body);
		}
	}

	@Override
	public void sequence(CharSequence body) {
		if (SequenceRules.allowSequence(body)) {
			ascii("\033[" + body);
			this.modes.follow(body);
		}
	}

	@Override
	public void command(byte[] body, boolean bell) {
		if (this.rules.allowsCommand(body)) {
			ascii("\033]");
			this.allowed.writeBytes(body);
			ascii(bell ? "\007" : "\033\\");
		}
	}

	private void ascii(String text) {
		this.allowed.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
	}

}

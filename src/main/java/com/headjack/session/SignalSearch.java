package com.headjack.session;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the signals to the user's desktop in a program's output: texts for the clipboard
 * and notifications, whether or not the program wraps them for tmux.
 */
final class SignalSearch extends OutputStream {

	private static final int BELL = 0x07;

	private static final int ESCAPE = 0x1b;

	private static final int LONGEST = 1024 * 1024;

	private static final String WRAPPED = "tmux;";

	private static final List<String> SIGNALS = List.of("52;", "9;", "777;notify;");

	private final Consumer<byte[]> target;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private State state = State.TEXT;

	/**
	 * Creates a search.
	 * @param target receives each signal, a complete control sequence
	 */
	SignalSearch(Consumer<byte[]> target) {
		this.target = target;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			if (this.state != State.TEXT || bytes[i] == ESCAPE) {
				write(bytes[i] & 0xff);
			}
		}
	}

	@Override
	public void write(int octet) {
		this.state = switch (this.state) {
			case TEXT -> (octet == ESCAPE) ? State.ESCAPE : State.TEXT;
			case ESCAPE -> begin(octet);
			case COMMAND -> command(octet);
			case COMMAND_ESCAPE -> (octet == '\\') ? endCommand() : begin(octet);
			case DEVICE -> device(octet);
			case DEVICE_ESCAPE -> deviceEscape(octet);
		};
	}

	private State begin(int octet) {
		this.body.reset();
		return switch (octet) {
			case ESCAPE -> State.ESCAPE;
			case ']' -> State.COMMAND;
			case 'P' -> State.DEVICE;
			default -> State.TEXT;
		};
	}

	private State command(int octet) {
		return switch (octet) {
			case BELL -> endCommand();
			case ESCAPE -> State.COMMAND_ESCAPE;
			default -> collect(octet, State.COMMAND);
		};
	}

	private State device(int octet) {
		return (octet == ESCAPE) ? State.DEVICE_ESCAPE : collect(octet, State.DEVICE);
	}

	private State deviceEscape(int octet) {
		return switch (octet) {
			case ESCAPE -> collect(ESCAPE, State.DEVICE);
			case '\\' -> endDevice();
			default -> begin(octet);
		};
	}

	private State collect(int octet, State next) {
		this.body.write(octet);
		return (this.body.size() < LONGEST) ? next : State.TEXT;
	}

	private State endCommand() {
		String text = this.body.toString(StandardCharsets.ISO_8859_1);
		if (SIGNALS.stream().anyMatch(text::startsWith)) {
			this.target.accept(("\033]" + text + "\007").getBytes(StandardCharsets.ISO_8859_1));
		}
		return State.TEXT;
	}

	private State endDevice() {
		String text = this.body.toString(StandardCharsets.ISO_8859_1);
		if (text.startsWith(WRAPPED)) {
			byte[] inner = text.substring(WRAPPED.length()).getBytes(StandardCharsets.ISO_8859_1);
			new SignalSearch(this.target).write(inner, 0, inner.length);
		}
		return State.TEXT;
	}

	/**
	 * The positions in the grammar of control sequences.
	 */
	private enum State {

		TEXT, ESCAPE, COMMAND, COMMAND_ESCAPE, DEVICE, DEVICE_ESCAPE

	}

}

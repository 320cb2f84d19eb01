package com.headjack.client;

import java.io.IOException;
import java.util.List;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * Runs programs at the terminal.
 */
final class ProgramLane extends Lane {

	private static final int NOT_STARTED = 127;

	private static final byte[] NOTHING = {};

	private static final String STTY = "stty";

	/**
	 * The words by which {@code stty} only tells something.
	 */
	private static final List<String> QUESTIONS = List.of("-a", "-g", "size");

	private volatile boolean atTerminal;

	private volatile Modes before = new Modes("");

	ProgramLane(FrameChannel channel) {
		super("program", channel);
	}

	/**
	 * The terminal's modes before the first program changed them.
	 */
	Modes before() {
		return this.before;
	}

	/**
	 * Whether a program has the terminal, and with it the keys that send signals.
	 */
	boolean isAtTerminal() {
		return this.atTerminal;
	}

	@Override
	boolean goesOn() {
		return false;
	}

	@Override
	Frame answer(Content question) throws InterruptedException {
		boolean captured = question.number() != 0;
		List<String> words = question.texts();
		if (changesModes(words) && this.before.saved().isEmpty()) {
			this.before = Modes.current();
		}
		ProcessBuilder program = new ProcessBuilder(words);
		UserEnvironment.giveBack(program.environment());
		program.redirectInput(ProcessBuilder.Redirect.INHERIT);
		try {
			return captured ? captured(program) : inherited(program);
		}
		catch (IOException _) {
			return ended(NOT_STARTED, NOTHING);
		}
	}

	private static boolean changesModes(List<String> words) {
		return words.size() > 1 && words.get(0).equals(STTY) && !QUESTIONS.contains(words.get(1));
	}

	private Frame captured(ProcessBuilder program) throws IOException, InterruptedException {
		Process process = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		byte[] output = process.getInputStream().readAllBytes();
		return ended(process.waitFor(), output);
	}

	private Frame inherited(ProcessBuilder program) throws IOException, InterruptedException {
		this.atTerminal = true;
		try {
			return ended(program.inheritIO().start().waitFor(), NOTHING);
		}
		finally {
			this.atTerminal = false;
		}
	}

	private static Frame ended(int code, byte[] output) {
		return new Frame(FrameKind.ENDED, new Content().number(code).bytes(output, 0, output.length));
	}

}

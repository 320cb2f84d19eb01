package com.headjack.shell.command;

import java.util.ArrayDeque;
import java.util.Deque;

import com.headjack.engine.BuildLog;
import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;

/**
 * Tells the user about the steps of a build: at a terminal as other long steps, elsewhere
 * a line each.
 */
final class BuildMessages implements BuildLog, AutoCloseable {

	private static final int LONGEST = 55;

	private static final int LAST = 20;

	private final Progress progress;

	private final Output output;

	private final boolean terminal;

	private final Deque<String> last = new ArrayDeque<>();

	BuildMessages(Progress progress, Output output, HostEnvironment host) {
		this.progress = progress;
		this.output = output;
		this.terminal = host.terminal(StandardStream.STDERR);
	}

	/**
	 * The files are about to be sent.
	 */
	void sending() {
		this.progress.begin("Sending the files of the build");
	}

	@Override
	public synchronized void step(String number, String instruction) {
		this.last.clear();
		String text = "Step %s: %s".formatted(number, brief(instruction));
		if (this.terminal) {
			this.progress.begin(text);
		}
		else {
			this.output.message(text);
		}
	}

	private static String brief(String instruction) {
		return (instruction.length() > LONGEST) ? instruction.substring(0, LONGEST).stripTrailing() + "…" : instruction;
	}

	@Override
	public synchronized void line(String text) {
		this.last.add(text);
		if (this.last.size() > LAST) {
			this.last.remove();
		}
	}

	/**
	 * Shows the last lines that the current step has printed.
	 */
	synchronized void showLast() {
		this.progress.end();
		this.last.forEach((line) -> this.output.message("  " + line));
		this.last.clear();
	}

	@Override
	public void close() {
		this.progress.end();
	}

}

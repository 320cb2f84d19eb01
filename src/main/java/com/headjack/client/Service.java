package com.headjack.client;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.Set;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * Serves the command that the resident runs, until it is done.
 */
final class Service {

	private static final int STDOUT = 1;

	private static final int STDERR = 2;

	private static final int FAILED = 1;

	private static final int SIGNALLED = 128;

	/**
	 * Commands that only tell something, and can begin once more.
	 */
	private static final Set<String> TELLING = Set.of("ps", "logs", "complete");

	/**
	 * How long the resident may take to hear a signal, in milliseconds.
	 */
	private static final long PATIENCE = 5000;

	private final FrameChannel channel;

	private final List<String> words;

	private final Modes modes;

	private final Streams streams;

	private final ClientProcess process;

	private final Lane input;

	private final Lane output;

	private final Lane errors;

	private final ProgramLane programs;

	private boolean begun;

	private boolean served;

	private boolean ending;

	private int passed;

	private int heard;

	Service(FrameChannel channel, List<String> words, Modes modes, Streams streams, ClientProcess process) {
		this.channel = channel;
		this.words = words;
		this.modes = modes;
		this.streams = streams;
		this.process = process;
		this.input = new InputLane(channel, streams.input());
		this.output = new OutputLane(channel, STDOUT, streams.output());
		this.errors = new OutputLane(channel, STDERR, streams.errors());
		this.programs = new ProgramLane(channel);
	}

	/**
	 * Passes signals on from now on.
	 * @return this
	 */
	synchronized Service begun() {
		this.begun = true;
		return this;
	}

	/**
	 * Serves until this process has to end.
	 */
	void serve() {
		int code;
		try {
			code = exitCode();
			settle();
		}
		catch (IOException | BufferUnderflowException _) {
			if (!this.served && TELLING.contains(this.words.get(0))) {
				this.process.alone();
				return;
			}
			code = lost();
		}
		end(code);
	}

	private int lost() {
		settle();
		LostCommand lost = LostCommand.of(this.words);
		lost.leave(this.programs.before());
		lost.tell(this.streams);
		return FAILED;
	}

	/**
	 * What the command printed before its end is printed.
	 */
	private void settle() {
		this.output.settle();
		this.errors.settle();
	}

	private int exitCode() throws IOException {
		Frame frame = this.channel.receive();
		while (frame.kind() != FrameKind.EXIT) {
			take(frame.kind(), frame.content());
			frame = this.channel.receive();
		}
		return frame.content().number();
	}

	private void take(FrameKind kind, Content content) throws IOException {
		if (kind == FrameKind.ALIVE) {
			hear(content.number() != 0);
			return;
		}
		this.served = true;
		if (kind == FrameKind.WRITE) {
			((content.number() == STDOUT) ? this.output : this.errors).take(content);
		}
		else if (kind == FrameKind.READ) {
			this.input.take(content);
		}
		else if (kind == FrameKind.PROGRAM) {
			this.programs.take(content);
		}
		else {
			throw new ProtocolException("no question: " + kind);
		}
	}

	/**
	 * Takes a signal: the resident decides what becomes of the command. Who signals once
	 * more while the command ends does not want to wait for that.
	 * @param name the signal's name
	 * @param number its number
	 */
	void signal(String name, int number) {
		boolean ending = !name.equals("WINCH") && !name.equals("CONT");
		if (ending && isLast(name)) {
			end(SIGNALLED + number);
		}
		else if (isBegun()) {
			pass(name);
			if (ending) {
				watch(number);
			}
		}
	}

	/**
	 * Watches whether the resident takes the last signal, and ends without it otherwise.
	 */
	private void watch(int number) {
		int signal = this.passed;
		Thread watch = new Thread(() -> {
			if (!isHeard(signal)) {
				this.streams.say("error: the resident process does not answer",
						"hint: 'hjk resident status' says how to end it; what it had begun may be done");
				end(SIGNALLED + number);
			}
		}, "watch");
		watch.setDaemon(true);
		watch.start();
	}

	private synchronized boolean isHeard(int signal) {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
		try {
			for (long left = PATIENCE; this.heard < signal && left > 0; left = millis(end)) {
				wait(left);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		return this.heard >= signal;
	}

	private static long millis(long end) {
		return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
	}

	/**
	 * Learns that the resident has heard a signal.
	 * @param ending whether the command ends by it
	 */
	synchronized void hear(boolean ending) {
		this.ending |= ending;
		this.heard++;
		notifyAll();
	}

	private synchronized boolean isBegun() {
		return this.begun;
	}

	private synchronized boolean isLast(String name) {
		if (!this.begun) {
			return true;
		}
		if (name.equals("HUP") || (name.equals("INT") && this.programs.isAtTerminal())) {
			return false;
		}
		return this.ending;
	}

	private synchronized void pass(String name) {
		this.passed++;
		try {
			this.channel.send(new Frame(FrameKind.SIGNAL, new Content().text(name)));
		}
		catch (IOException _) {
			// The resident is gone, which is noticed elsewhere.
		}
	}

	private void end(int code) {
		this.modes.restore();
		this.programs.before().restore();
		this.process.end(code);
	}

}

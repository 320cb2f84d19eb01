package com.headjack.resident;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.headjack.host.HostEnvironment;
import com.headjack.host.Termination;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.TerminalModes;
import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;

/**
 * The command of a client, from its beginning to its end.
 */
final class ClientCommand implements AutoCloseable {

	private static final int HUNG_UP = 1;

	/**
	 * The signals that terminate a command, with their numbers.
	 */
	private static final Map<String, Integer> ENDINGS = Map.of("HUP", HUNG_UP, "INT", 2, "QUIT", 3, "TERM", 15);

	private static final int SIGNALLED = 128;

	/**
	 * How often a command that goes on after its termination is interrupted, in
	 * milliseconds.
	 */
	private static final long PUSH = 100;

	private final FrameChannel channel;

	private final FrameSender sender;

	private final Hello hello;

	private final HostEnvironment host;

	private final CommandRunner runner;

	private final ClientErrors errors;

	private final ClientStreams streams;

	private final Termination termination = new Termination();

	private final Thread thread = Thread.ofPlatform().name("command").unstarted(this::run);

	private boolean ended;

	ClientCommand(FrameChannel channel, Hello hello, HostEnvironment host, CommandRunner runner, ClientErrors errors) {
		this.channel = channel;
		this.sender = new FrameSender(channel);
		this.hello = hello;
		this.host = host;
		this.runner = runner;
		this.errors = errors;
		this.streams = new ClientStreams(this.sender, hello);
	}

	/**
	 * Accepts the command, and waits until the client wants it to begin.
	 * @return whether the client does
	 */
	boolean agreed() throws IOException {
		this.sender.send(Frame.of(FrameKind.ACCEPTED));
		return this.channel.receive().kind() == FrameKind.BEGIN;
	}

	/**
	 * Runs the command, and serves the client until it is done.
	 */
	void serve() {
		this.thread.start();
		try {
			while (true) {
				take(this.channel.receive());
			}
		}
		catch (IOException | BufferUnderflowException | IllegalArgumentException _) {
			// The client is gone, or is none.
		}
		finally {
			hangUp();
		}
	}

	/**
	 * Terminates the command whose client is gone: nobody answers what is asked then.
	 */
	private void hangUp() {
		boolean first = first();
		this.streams.end();
		if (first) {
			goNoFurther(HUNG_UP);
		}
	}

	@Override
	public void close() {
		this.sender.close();
	}

	private void take(Frame frame) {
		if (frame.kind() != FrameKind.SIGNAL) {
			this.streams.answer(frame);
			return;
		}
		String signal = frame.content().text();
		Thread.ofPlatform().name("signal").start(() -> hear(signal));
	}

	private void hear(String signal) {
		int ending = this.streams.raise(signal) ? 0 : ENDINGS.getOrDefault(signal, 0);
		this.sender.send(new Frame(FrameKind.ALIVE, new Content().number((ending != 0) ? 1 : 0)));
		if (ending != 0) {
			terminate(ending);
		}
	}

	private void run() {
		int[] code = { 1 };
		try {
			this.channel.send(Frame.of(FrameKind.BEGUN));
			this.termination.during(() -> {
				Termination.hook(this.streams::sayLastWords);
				code[0] = command();
			});
		}
		catch (IOException _) {
			// The client is gone, and runs the command by itself.
		}
		finally {
			end(code[0]);
		}
	}

	private int command() {
		Output output = Output.of(this.streams, this.host);
		this.errors.set(output.log());
		try (TerminalModes modes = TerminalModes.ofLauncher(this.streams, this.hello.modes())) {
			return this.runner.run(this.hello.words(), this.host, new Console(this.streams, modes), output);
		}
		catch (RuntimeException | Error ex) {
			output.message("error: " + ex.getClass().getSimpleName());
			return 1;
		}
	}

	/**
	 * Ends the command that is done.
	 */
	private void end(int code) {
		if (first()) {
			// What is registered still, such as idle connections, is of no use any more.
			this.streams.end();
			this.termination.run();
			exit(code);
		}
	}

	/**
	 * Terminates the command like a process that receives a signal: all that it has
	 * registered for this case is done, and then it goes no further.
	 * @param signal the signal's number
	 */
	void terminate(int signal) {
		if (first()) {
			goNoFurther(signal);
		}
	}

	private void goNoFurther(int signal) {
		this.termination.run();
		this.streams.end();
		exit(SIGNALLED + signal);
		while (this.thread.isAlive()) {
			this.thread.interrupt();
			join();
		}
	}

	private void join() {
		try {
			TimeUnit.MILLISECONDS.timedJoin(this.thread, PUSH);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized boolean first() {
		boolean first = !this.ended;
		this.ended = true;
		return first;
	}

	private void exit(int code) {
		this.sender.send(new Frame(FrameKind.EXIT, new Content().number(code)));
	}

}

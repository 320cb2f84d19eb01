package com.headjack.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jspecify.annotations.Nullable;

import com.headjack.host.Termination;
import com.headjack.shell.terminal.StandardStreams;
import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;

/**
 * The standard streams of a client. The client itself reads, writes, and runs the
 * programs that need its terminal: so it is stopped, slowed down or refused as any
 * process is.
 */
final class ClientStreams implements StandardStreams {

	private static final int STDOUT = 1;

	private static final int STDERR = 2;

	private final ClientCall reading;

	private final ClientCall programs;

	private final OutputWindow output;

	private final OutputWindow errors;

	private volatile Map<String, String> variables;

	private final Map<String, Deque<Runnable>> handlers = new ConcurrentHashMap<>();

	private final Deque<Runnable> lastWords = new ConcurrentLinkedDeque<>();

	private final boolean inputIsTerminal;

	private volatile String size;

	private volatile @Nullable ClientTerminal terminal;

	ClientStreams(FrameSender sender, Hello hello) {
		this.reading = new ClientCall(sender);
		this.programs = new ClientCall(sender);
		this.output = new OutputWindow(sender, STDOUT);
		this.errors = new OutputWindow(sender, STDERR);
		this.variables = hello.variables();
		this.inputIsTerminal = List.of(hello.terminals().split(",", -1)).contains("stdin");
		this.size = hello.size();
	}

	@Override
	public InputStream input() {
		return new ClientInput(this.reading, this.inputIsTerminal);
	}

	@Override
	public OutputStream output() {
		return new ClientOutput(this.output, this.errors);
	}

	@Override
	public OutputStream errors() {
		return new ClientOutput(this.errors, this.output);
	}

	private OutputWindow window(int stream) {
		return switch (stream) {
			case STDOUT -> this.output;
			case STDERR -> this.errors;
			default -> throw new IllegalArgumentException("no stream " + stream);
		};
	}

	@Override
	public Terminal terminal(SystemOutput output) throws IOException {
		boolean errors = output == SystemOutput.SysErr || output == SystemOutput.ForcedSysErr;
		ClientTerminal opened = ClientTerminal.open(this, this.variables, errors ? errors() : output());
		this.terminal = opened;
		return opened;
	}

	@Override
	public int run(List<String> words) throws IOException {
		return program(words, false).number();
	}

	@Override
	public String ask(List<String> words) {
		try {
			Content answer = program(words, true);
			answer.number();
			return answer.text();
		}
		catch (IOException _) {
			return "";
		}
	}

	private Content program(List<String> words, boolean wanted) throws IOException {
		this.output.settle();
		this.errors.settle();
		Content question = new Content().number(wanted ? 1 : 0).texts(words);
		return this.programs.ask(new Frame(FrameKind.PROGRAM, question)).content();
	}

	@Override
	public String size() {
		String known = this.size;
		if (known.isEmpty()) {
			known = ask(List.of("stty", "size")).strip();
			this.size = known;
		}
		return known;
	}

	@Override
	public Termination.Registration on(String signal, Runnable handler) {
		Deque<Runnable> all = this.handlers.computeIfAbsent(signal,
				(_) -> new ConcurrentLinkedDeque<>(new ArrayDeque<>()));
		all.push(handler);
		return () -> all.remove(handler);
	}

	@Override
	public Termination.Registration lastWords(Runnable words) {
		this.lastWords.add(words);
		return () -> this.lastWords.remove(words);
	}

	/**
	 * Takes an answer of the client.
	 */
	void answer(Frame frame) {
		switch (frame.kind()) {
			case DATA, UNREADABLE -> this.reading.answer(frame);
			case ENDED -> this.programs.answer(frame);
			case WRITTEN -> window(frame.content().number()).answer(frame.content());
			default -> throw new IllegalArgumentException("no answer: " + frame);
		}
	}

	/**
	 * Passes a signal of the client on.
	 * @return whether the command has taken it
	 */
	boolean raise(String signal) {
		if (signal.equals("WINCH")) {
			this.size = "";
		}
		Deque<Runnable> taking = this.handlers.getOrDefault(signal, new ArrayDeque<>());
		Runnable handler = taking.peek();
		if (handler != null) {
			handler.run();
			return true;
		}
		ClientTerminal open = this.terminal;
		return open != null && open.took(signal);
	}

	/**
	 * Restores the terminal, in the order of registration.
	 */
	void sayLastWords() {
		this.lastWords.forEach(Runnable::run);
	}

	/**
	 * Ends all reading and writing. A thread of a library may know this object for longer
	 * than its command, and must not know the client's variables.
	 */
	void end() {
		this.reading.end();
		this.programs.end();
		this.output.end();
		this.errors.end();
		this.variables = Map.of();
		closeTerminal();
	}

	private void closeTerminal() {
		ClientTerminal open = this.terminal;
		this.terminal = null;
		try {
			if (open != null) {
				open.close();
			}
		}
		catch (IOException _) {
			// The terminal is the client's, who has restored it or is gone.
		}
	}

}

package com.headjack.shell.terminal;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.text.VisibleText;

/**
 * The outputs for results, on stdout, and for messages, on stderr. This is the one place
 * where text of unknown origin is made fit to be shown: whatever a branch, a container or
 * another program has put into it, the terminal obeys none of it.
 */
public final class Output {

	/**
	 * A text this narrow is never broken, whatever the terminal.
	 */
	private static final int NARROW = 40;

	private static final String INDENT = "  ";

	private final PrintStream results;

	private final PrintStream messages;

	private final StandardOutput target;

	private final OutputStream errors;

	private final ScreenWidth resultWidth;

	private final ScreenWidth messageWidth;

	private Output(OutputStream results, OutputStream messages, ScreenWidth resultWidth, ScreenWidth messageWidth) {
		this.target = new StandardOutput(results);
		this.results = new PrintStream(new BufferedOutputStream(this.target), false, StandardCharsets.UTF_8);
		this.errors = new StandardOutput(messages);
		this.messages = new PrintStream(new BufferedOutputStream(messages), true, StandardCharsets.UTF_8);
		this.resultWidth = resultWidth;
		this.messageWidth = messageWidth;
	}

	/**
	 * The outputs of a command.
	 * @param streams where it prints
	 * @param host tells which of them are terminals
	 * @return the outputs
	 */
	public static Output of(StandardStreams streams, HostEnvironment host) {
		ScreenWidth terminal = new ScreenWidth(streams::size);
		return new Output(streams.output(), streams.errors(),
				host.terminal(StandardStream.STDOUT) ? terminal : ScreenWidth.none(),
				host.terminal(StandardStream.STDERR) ? terminal : ScreenWidth.none());
	}

	/**
	 * Outputs that are no terminal.
	 * @param results receives the results
	 * @param messages receives the messages
	 * @return the outputs
	 */
	public static Output of(OutputStream results, OutputStream messages) {
		return new Output(results, messages, ScreenWidth.none(), ScreenWidth.none());
	}

	static Output of(OutputStream results, OutputStream messages, ScreenWidth width) {
		return new Output(results, messages, width, width);
	}

	/**
	 * Writes a result to stdout, broken between words where the terminal ends. Only its
	 * first line begins at the left.
	 * @param text a line, or several
	 */
	public void result(String text) {
		printAll(this.results, this.resultWidth, text);
	}

	/**
	 * Writes to stdout what a program may read, line by line as it is.
	 * @param text a line, or several
	 */
	public void document(String text) {
		this.results.println(VisibleText.lines(text));
	}

	/**
	 * Writes a message to stderr, broken between words where the terminal ends. Only its
	 * first line begins at the left: no program's message looks like one of hjk's.
	 * @param text a line, or several
	 */
	public void message(String text) {
		this.results.flush();
		printAll(this.messages, this.messageWidth, text);
	}

	/**
	 * Writes to stderr where a failure comes from.
	 */
	public void trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace, true));
		this.messages.print(VisibleText.lines(trace.toString()));
		this.messages.flush();
	}

	/**
	 * Writes a part of a line to stderr, with control sequences of hjk's own.
	 */
	void draw(String sequences) {
		this.messages.print(sequences);
		this.messages.flush();
	}

	/**
	 * Prints lines, of which only the first begins at the left.
	 */
	private static void printAll(PrintStream stream, ScreenWidth screen, String text) {
		List<String> lines = VisibleText.lines(text).lines().toList();
		print(stream, screen, lines.isEmpty() ? "" : lines.getFirst());
		lines.stream().skip(1).forEach((line) -> print(stream, screen, INDENT + line));
	}

	private static void print(PrintStream stream, ScreenWidth screen, String line) {
		if (line.length() <= NARROW / 2 || Columns.width(line) <= NARROW) {
			stream.println(line);
			return;
		}
		OptionalInt columns = screen.columns();
		String indent = " ".repeat(Columns.leading(line)) + INDENT;
		List<String> lines = columns.isPresent() ? Columns.wrapped(line, columns.getAsInt(), indent) : List.of(line);
		lines.forEach(stream::println);
	}

	/**
	 * Returns how wide results may be.
	 * @param needed how wide they are
	 * @return the columns of the terminal, or as many as are needed if there is none
	 */
	int columnsFor(int needed) {
		return (needed <= NARROW) ? needed : this.resultWidth.columns().orElse(needed);
	}

	/**
	 * Returns stdout for bytes that are passed on as they are, such as a log with its
	 * control sequences.
	 * @return the stream of the results
	 */
	public PrintStream raw() {
		return this.results;
	}

	/**
	 * Returns stdout for bytes that are passed on as they are, and at once.
	 * @return the target of the results
	 */
	public StandardOutput target() {
		return this.target;
	}

	/**
	 * Returns stderr for bytes that are passed on as they are, and at once.
	 * @return the target of the messages, unbuffered
	 */
	public OutputStream errors() {
		return this.errors;
	}

	/**
	 * Returns stderr for what libraries log.
	 * @return a stream of text
	 */
	public PrintStream log() {
		return new PrintStream(new VisibleStream(this.errors), false, StandardCharsets.UTF_8);
	}

	public void flush() {
		this.results.flush();
		this.messages.flush();
	}

	/**
	 * Returns whether nobody reads the results any more, or they cannot be written.
	 * @return whether a write has failed
	 */
	public boolean broken() {
		return this.results.checkError();
	}

	/**
	 * Why results are lost, such as a full disk.
	 * @return the system's reason, or empty if all are written, or if their reader wanted
	 * no more
	 */
	public Optional<String> loss() {
		this.results.flush();
		return this.target.loss();
	}

}

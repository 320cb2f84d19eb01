package com.headjack.shell.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The outputs for results and messages.
 *
 * @param results stdout
 * @param messages stderr
 */
public record Output(PrintStream results, PrintStream messages) {

	public static Output of(OutputStream results, OutputStream messages) {
		return new Output(new PrintStream(results, false, StandardCharsets.UTF_8),
				new PrintStream(messages, true, StandardCharsets.UTF_8));
	}

	/**
	 * Writes a line of the result to stdout.
	 */
	public void result(String line) {
		this.results.println(line);
	}

	/**
	 * Writes a message to stderr.
	 */
	public void message(String line) {
		this.results.flush();
		this.messages.println(line);
	}

	public void flush() {
		this.results.flush();
		this.messages.flush();
	}

}

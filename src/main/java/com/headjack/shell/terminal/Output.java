package com.headjack.shell.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where results and messages go.
 *
 * @param results the standard output
 * @param messages the standard error output
 */
public record Output(PrintStream results, PrintStream messages) {

	public static Output of(OutputStream results, OutputStream messages) {
		return new Output(new PrintStream(results, false, StandardCharsets.UTF_8),
				new PrintStream(messages, true, StandardCharsets.UTF_8));
	}

	/**
	 * Writes a line of the result.
	 */
	public void result(String line) {
		this.results.println(line);
	}

	/**
	 * Writes a line that is not the result.
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

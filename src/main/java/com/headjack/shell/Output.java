package com.headjack.shell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where results and messages go.
 *
 * @param results the standard output
 * @param messages the standard error output
 */
record Output(PrintStream results, PrintStream messages) {

	static Output of(OutputStream results, OutputStream messages) {
		return new Output(new PrintStream(results, false, StandardCharsets.UTF_8),
				new PrintStream(messages, true, StandardCharsets.UTF_8));
	}

	/**
	 * Writes a line of the result.
	 */
	void result(String line) {
		this.results.println(line);
	}

	/**
	 * Writes a line that is not the result.
	 */
	void message(String line) {
		this.results.flush();
		this.messages.println(line);
	}

	void flush() {
		this.results.flush();
		this.messages.flush();
	}

}

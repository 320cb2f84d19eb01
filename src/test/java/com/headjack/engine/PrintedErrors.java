package com.headjack.engine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What is printed to the standard streams while it is open.
 */
final class PrintedErrors implements AutoCloseable {

	private final PrintStream output = System.out;

	private final PrintStream errors = System.err;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private PrintedErrors() {
	}

	static PrintedErrors capture() {
		PrintedErrors capture = new PrintedErrors();
		PrintStream stream = new PrintStream(capture.printed, true, StandardCharsets.UTF_8);
		System.setOut(stream);
		System.setErr(stream);
		return capture;
	}

	String text() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		System.setOut(this.output);
		System.setErr(this.errors);
	}

}

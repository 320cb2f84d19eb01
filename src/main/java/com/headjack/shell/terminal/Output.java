package com.headjack.shell.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The outputs for results and messages.
 *
 * @param results stdout
 * @param messages stderr
 * @param target the target of the results, for bytes that are passed on at once
 */
public record Output(PrintStream results, PrintStream messages, StandardOutput target) {

	/**
	 * The outputs of this process.
	 */
	public static Output ofProcess() {
		return of(new FileOutputStream(FileDescriptor.out),
				new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)));
	}

	public static Output of(OutputStream results, OutputStream messages) {
		StandardOutput target = new StandardOutput(results);
		return new Output(new PrintStream(new BufferedOutputStream(target), false, StandardCharsets.UTF_8),
				new PrintStream(messages, true, StandardCharsets.UTF_8), target);
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

package com.headjack.store.keyctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The store in a session, asked line by line.
 */
final class KeyShell implements AutoCloseable {

	private final Process process;

	private final PrintStream questions;

	private final BufferedReader answers;

	KeyShell(Process process) {
		this.process = process;
		this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		this.answers = process.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Asks for one thing.
	 * @return the answer
	 */
	String ask(String question) throws IOException {
		this.questions.println(question);
		StringBuilder other = new StringBuilder();
		for (String line = this.answers.readLine(); line != null; line = this.answers.readLine()) {
			if (line.startsWith(KeyctlStoreProgram.ANSWER)) {
				return line.substring(KeyctlStoreProgram.ANSWER.length());
			}
			other.append(line).append('\n');
		}
		throw new IOException("no answer, but: " + other);
	}

	@Override
	public void close() throws IOException {
		this.questions.close();
		this.process.onExit().join();
	}

}

package com.headjack.engine.docker;

import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/**
 * Divides what the two programs of a dialogue print.
 */
final class DialogueOutput extends OutputStream {

	private static final int LONGEST_CODE = 3;

	private final CappedOutput first;

	private final CappedOutput second;

	private final StringBuilder digits = new StringBuilder();

	private final CompletableFuture<Integer> code = new CompletableFuture<>();

	private boolean ended;

	DialogueOutput(int limit) {
		this.first = new CappedOutput(limit);
		this.second = new CappedOutput(limit);
	}

	@Override
	public void write(int value) {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) {
		int end = offset + length;
		int place = offset;
		while (place < end && !this.ended) {
			int nul = next(bytes, place, end);
			this.first.write(bytes, place, nul - place);
			this.ended = nul < end;
			place = nul + 1;
		}
		while (place < end && !this.code.isDone()) {
			digit((char) bytes[place++]);
		}
		if (place < end) {
			this.second.write(bytes, place, end - place);
		}
	}

	private static int next(byte[] bytes, int start, int end) {
		int place = start;
		while (place < end && bytes[place] != 0) {
			place++;
		}
		return place;
	}

	private void digit(char digit) {
		if (digit == '\n') {
			this.code.complete(this.digits.isEmpty() ? 1 : Integer.parseInt(this.digits.toString()));
		}
		else if (Character.isDigit(digit) && this.digits.length() < LONGEST_CODE) {
			this.digits.append(digit);
		}
	}

	/**
	 * Returns the first program's exit code, which comes with its end.
	 */
	CompletableFuture<Integer> code() {
		return this.code;
	}

	String first() {
		return this.first.text();
	}

	String second() {
		return this.second.text();
	}

}

package com.headjack.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import com.headjack.secret.Secret;

/**
 * The input of a script: a line of base64 for each content.
 */
public final class SecretLines implements AutoCloseable {

	private final List<byte[]> lines = new ArrayList<>();

	/**
	 * Adds a line.
	 * @param content its content
	 */
	public void add(Secret content) {
		this.lines.add(content.use(Base64.getEncoder()::encode));
	}

	/**
	 * Returns the number of lines.
	 * @return how many were added
	 */
	public int count() {
		return this.lines.size();
	}

	/**
	 * Joins the lines.
	 * @return the input, which the caller closes
	 */
	public Secret input() {
		byte[] input = new byte[this.lines.stream().mapToInt((line) -> line.length + 1).sum()];
		int end = 0;
		for (byte[] line : this.lines) {
			System.arraycopy(line, 0, input, end, line.length);
			end += line.length;
			input[end++] = '\n';
		}
		return Secret.wiping(input);
	}

	/**
	 * Wipes the lines.
	 */
	@Override
	public void close() {
		this.lines.forEach((line) -> Arrays.fill(line, (byte) 0));
	}

}

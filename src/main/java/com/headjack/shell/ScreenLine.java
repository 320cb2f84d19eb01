package com.headjack.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line of a screen, in which the cursor moves and overwrites.
 */
final class ScreenLine {

	private static final int CONTINUATION = 0x80;

	private static final int CONTINUATION_MASK = 0xc0;

	/**
	 * The characters, each as its bytes of UTF-8.
	 */
	private final List<byte[]> cells = new ArrayList<>();

	private int cursor;

	void put(byte octet) {
		if ((octet & CONTINUATION_MASK) == CONTINUATION && this.cursor > 0) {
			this.cells.set(this.cursor - 1, append(this.cells.get(this.cursor - 1), octet));
			return;
		}
		while (this.cells.size() <= this.cursor) {
			this.cells.add(new byte[] { ' ' });
		}
		this.cells.set(this.cursor++, new byte[] { octet });
	}

	void moveTo(int column) {
		this.cursor = Math.max(0, column);
	}

	void moveBy(int columns) {
		moveTo(this.cursor + columns);
	}

	void eraseFromHere() {
		while (this.cells.size() > this.cursor) {
			this.cells.removeLast();
		}
	}

	boolean isEmpty() {
		return this.cells.isEmpty();
	}

	/**
	 * Gives the line without the white space at its end, and begins a new one.
	 */
	byte[] take() {
		StringBuilder text = new StringBuilder();
		this.cells.forEach((cell) -> text.append(new String(cell, StandardCharsets.UTF_8)));
		this.cells.clear();
		this.cursor = 0;
		return text.toString().stripTrailing().getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] append(byte[] bytes, byte octet) {
		byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
		longer[bytes.length] = octet;
		return longer;
	}

}

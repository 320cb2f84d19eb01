package com.headjack.redaction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Output that is held back, with what is to be hidden in it.
 */
final class Held {

	/**
	 * The kind of the letters of the text.
	 */
	static final byte TEXT = 1;

	/**
	 * The kind of the letters of a control string.
	 */
	static final byte STRING = 2;

	private static final short SHOWN = 0;

	private static final short HIDDEN = 1;

	/**
	 * Comes before what is shown.
	 */
	private static final short SKIPPED = 2;

	/**
	 * The first byte of a secret; the number of its owner is added.
	 */
	private static final short SECRET = 3;

	private byte[] octets = new byte[1024];

	private byte[] kinds = new byte[1024];

	private short[] marks = new short[1024];

	private int end;

	private boolean marked;

	int end() {
		return this.end;
	}

	byte octet(int position) {
		return this.octets[position];
	}

	void append(byte[] added, int offset, int count) {
		if (this.end + count > this.octets.length) {
			int size = Math.max(this.end + count, 2 * this.octets.length);
			byte[] before = this.octets;
			this.octets = Arrays.copyOf(before, size);
			Arrays.fill(before, (byte) 0);
			this.kinds = Arrays.copyOf(this.kinds, size);
			this.marks = Arrays.copyOf(this.marks, size);
		}
		System.arraycopy(added, offset, this.octets, this.end, count);
		Arrays.fill(this.kinds, this.end, this.end + count, (byte) 0);
		this.end += count;
	}

	/**
	 * Marks a byte as a letter.
	 */
	void letter(int position, byte kind) {
		this.kinds[position] = kind;
	}

	/**
	 * Finds the first one of the last letters of a kind.
	 * @param count the number of letters
	 * @param before the position behind the last one
	 * @return its position; the start if it is no longer held
	 */
	int first(byte kind, int count, int before) {
		int position = before;
		int missing = count;
		while (missing > 0 && position > 0) {
			position--;
			if (this.kinds[position] == kind) {
				missing--;
			}
		}
		return position;
	}

	/**
	 * Hides the letters of a kind, and the characters beyond ASCII between them.
	 */
	void hide(int from, int to, byte kind, int owner) {
		this.marked = true;
		boolean begun = false;
		for (int i = from; i < to; i++) {
			boolean letter = this.kinds[i] == kind;
			if ((letter || (this.octets[i] < 0 && this.kinds[i] == 0)) && this.marks[i] != SKIPPED) {
				boolean goesOn = begun || this.marks[i] == HIDDEN;
				this.marks[i] = goesOn ? HIDDEN : (short) (SECRET + owner);
				begun = true;
			}
		}
	}

	/**
	 * Marks all bytes as what comes before the output that is shown.
	 */
	void skip() {
		Arrays.fill(this.marks, 0, this.end, SKIPPED);
		this.marked = true;
	}

	/**
	 * Passes on the first bytes, and forgets them.
	 */
	void pass(int count, Redaction redaction, OutputStream target) throws IOException {
		if (this.marked) {
			passMarked(count, redaction, target);
		}
		else {
			target.write(this.octets, 0, count);
		}
		forget(count);
	}

	private void passMarked(int count, Redaction redaction, OutputStream target) throws IOException {
		int done = 0;
		for (int i = 0; i < count; i++) {
			short mark = this.marks[i];
			if (mark != SHOWN) {
				target.write(this.octets, done, i - done);
				done = i + 1;
			}
			if (mark >= SECRET) {
				target.write(redaction.mark(mark - SECRET));
			}
		}
		target.write(this.octets, done, count - done);
	}

	private void forget(int count) {
		int left = this.end - count;
		System.arraycopy(this.octets, count, this.octets, 0, left);
		System.arraycopy(this.kinds, count, this.kinds, 0, left);
		if (this.marked) {
			System.arraycopy(this.marks, count, this.marks, 0, left);
			Arrays.fill(this.marks, left, this.end, SHOWN);
			this.marked = left > 0;
		}
		this.end = left;
	}

}

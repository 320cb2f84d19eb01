package com.headjack.screen;

/**
 * The numeric parameters of a control sequence, bounded in number and size.
 */
final class Parameters {

	private static final int MOST = 32;

	private static final int LARGEST = 9999;

	private final int[] numbers = new int[MOST];

	private int count;

	private int marker;

	/**
	 * Reads the parameters of a sequence.
	 * @param sequence what follows ESC [, with the final character
	 */
	void read(CharSequence sequence) {
		this.count = 0;
		this.marker = 0;
		this.numbers[0] = 0;
		for (int i = 0; i < sequence.length() - 1; i++) {
			take(sequence.charAt(i));
		}
	}

	private void take(int character) {
		if (character >= '0' && character <= '9') {
			this.numbers[this.count] = Math.min(LARGEST, this.numbers[this.count] * 10 + character - '0');
		}
		else if (character == ';' || character == ':') {
			this.count = Math.min(this.count + 1, MOST - 1);
			this.numbers[this.count] = 0;
		}
		else {
			this.marker = character;
		}
	}

	/**
	 * Returns the prefix that distinguishes sequences with the same final character, such
	 * as {@code ?}, or 0.
	 */
	int marker() {
		return this.marker;
	}

	int count() {
		return this.count + 1;
	}

	/**
	 * Returns a parameter, 0 if it is missing.
	 */
	int number(int index) {
		return (index <= this.count) ? this.numbers[index] : 0;
	}

	/**
	 * Returns the first parameter as a count, which is at least 1.
	 */
	int times() {
		return Math.max(1, this.numbers[0]);
	}

	/**
	 * Converts a parameter from a position that is counted from 1.
	 * @return the position, counted from 0
	 */
	int place(int index) {
		return Math.max(0, number(index) - 1);
	}

}

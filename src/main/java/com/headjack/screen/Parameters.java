package com.headjack.screen;

/**
 * The numbers of a control sequence, as many and as large as make sense.
 */
final class Parameters {

	private static final int MOST = 32;

	private static final int LARGEST = 9999;

	private final int[] numbers = new int[MOST];

	private int count;

	private int marker;

	/**
	 * Takes a character of a sequence, other than its last.
	 */
	void take(int character) {
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

	void clear() {
		this.count = 0;
		this.marker = 0;
		this.numbers[0] = 0;
	}

	/**
	 * What makes the sequence another one than its last character says, such as
	 * {@code ?}, or 0.
	 */
	int marker() {
		return this.marker;
	}

	int count() {
		return this.count + 1;
	}

	/**
	 * A number, where none and 0 are the same.
	 */
	int number(int index) {
		return (index <= this.count) ? this.numbers[index] : 0;
	}

	/**
	 * How often something is done: at least once.
	 */
	int times() {
		return Math.max(1, this.numbers[0]);
	}

	/**
	 * A place that is counted from 1.
	 * @return the place, counted from 0
	 */
	int place(int index) {
		return Math.max(0, number(index) - 1);
	}

}

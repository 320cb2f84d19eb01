package com.headjack.screen;

/**
 * Puts characters together from their octets, which may come one at a time.
 */
final class Utf8 {

	/**
	 * What stands for octets that are no character.
	 */
	static final int REPLACEMENT = 0xfffd;

	/**
	 * What is given while octets are missing.
	 */
	static final int UNFINISHED = -1;

	private int character;

	private int least;

	private int missing;

	/**
	 * Whether a character has begun that an octet cannot be a part of.
	 */
	boolean brokenBy(int octet) {
		return this.missing > 0 && (octet & 0xc0) != 0x80;
	}

	boolean begun() {
		return this.missing > 0;
	}

	/**
	 * Gives up a character that has begun.
	 * @return what stands for it
	 */
	int giveUp() {
		this.missing = 0;
		return REPLACEMENT;
	}

	/**
	 * Takes an octet.
	 * @return the character that it completes, or {@link #UNFINISHED}
	 */
	int take(int octet) {
		if (this.missing > 0) {
			this.character = (this.character << 6) | (octet & 0x3f);
			this.missing--;
			return (this.missing > 0) ? UNFINISHED : checked();
		}
		if (octet < 0x80) {
			return octet;
		}
		if (octet >= 0xc2 && octet < 0xe0) {
			return begin(octet & 0x1f, 1, 0x80);
		}
		if (octet >= 0xe0 && octet < 0xf0) {
			return begin(octet & 0x0f, 2, 0x800);
		}
		return (octet >= 0xf0 && octet < 0xf5) ? begin(octet & 0x07, 3, 0x10000) : REPLACEMENT;
	}

	private int begin(int bits, int following, int smallest) {
		this.character = bits;
		this.missing = following;
		this.least = smallest;
		return UNFINISHED;
	}

	private int checked() {
		boolean surrogate = this.character >= Character.MIN_SURROGATE && this.character <= Character.MAX_SURROGATE;
		boolean fits = this.character >= this.least && this.character <= Character.MAX_CODE_POINT;
		return (fits && !surrogate) ? this.character : REPLACEMENT;
	}

}

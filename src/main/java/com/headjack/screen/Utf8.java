package com.headjack.screen;

/**
 * Decodes UTF-8, one byte at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629">RFC 3629</a>
 */
final class Utf8 {

	/**
	 * The replacement for invalid bytes.
	 */
	static final int REPLACEMENT = 0xfffd;

	/**
	 * The result while bytes are missing.
	 */
	static final int UNFINISHED = -1;

	private int character;

	private int least;

	private int missing;

	/**
	 * Whether a byte interrupts an unfinished character.
	 */
	boolean brokenBy(int value) {
		return this.missing > 0 && (value & 0xc0) != 0x80;
	}

	boolean begun() {
		return this.missing > 0;
	}

	/**
	 * Discards an unfinished character.
	 * @return the replacement
	 */
	int giveUp() {
		this.missing = 0;
		return REPLACEMENT;
	}

	/**
	 * Takes a byte.
	 * @return the character that it completes, {@link #REPLACEMENT} if it is invalid, or
	 * {@link #UNFINISHED}
	 */
	int take(int value) {
		if (this.missing > 0) {
			this.character = (this.character << 6) | (value & 0x3f);
			this.missing--;
			return (this.missing > 0) ? UNFINISHED : checked();
		}
		if (value < 0x80) {
			return value;
		}
		if (value >= 0xc2 && value < 0xe0) {
			return begin(value & 0x1f, 1, 0x80);
		}
		if (value >= 0xe0 && value < 0xf0) {
			return begin(value & 0x0f, 2, 0x800);
		}
		return (value >= 0xf0 && value < 0xf5) ? begin(value & 0x07, 3, 0x10000) : REPLACEMENT;
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

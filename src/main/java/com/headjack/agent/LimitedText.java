package com.headjack.agent;

/**
 * A text that can be read only so often, which ends a search that takes very many steps.
 */
final class LimitedText implements CharSequence {

	private static final long READS = 20_000_000;

	private static final long READS_PER_CHARACTER = 50;

	private final CharSequence text;

	private long left;

	LimitedText(CharSequence text) {
		this.text = text;
		this.left = READS + READS_PER_CHARACTER * text.length();
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		if (--this.left < 0) {
			throw new UsedUpException();
		}
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	/**
	 * Thrown if the text was read too often.
	 */
	static final class UsedUpException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UsedUpException() {
			super(null, null, false, false);
		}

	}

}

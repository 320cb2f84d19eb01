package com.headjack.doctor;

/**
 * How a check came out.
 */
public enum Outcome {

	/**
	 * It works.
	 */
	OK("ok"),

	/**
	 * It is for another operating system.
	 */
	NOT_APPLICABLE("not applicable"),

	/**
	 * Something is missing that the usual way does not need.
	 */
	WARNING("warning"),

	/**
	 * Something is missing that the usual way needs.
	 */
	FAILED("failed");

	private final String text;

	Outcome(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}

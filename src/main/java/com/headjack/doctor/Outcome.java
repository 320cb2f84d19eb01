package com.headjack.doctor;

/**
 * The outcome of a check.
 */
public enum Outcome {

	/**
	 * The part works.
	 */
	OK("ok"),

	/**
	 * The part belongs to another operating system.
	 */
	NOT_APPLICABLE("not applicable"),

	/**
	 * The part does not work, and is optional.
	 */
	WARNING("warning"),

	/**
	 * The part does not work, and is required.
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

package com.headjack.credential;

/**
 * What the user has to know of the end of a login.
 *
 * @param validity how long the login goes on working; not {@link Validity#LASTING}
 * @param fact the fact, as a sentence without a full stop
 * @param remedy what the user does about it
 */
public record ExpiryNotice(Validity validity, String fact, String remedy) {

	/**
	 * Returns the notice in one line.
	 * @return the fact and the remedy
	 */
	public String line() {
		return this.fact + ": " + ((this.validity == Validity.DOUBTFUL) ? "if it no longer works, " : "") + this.remedy;
	}

}

package com.headjack.store.namesake;

/**
 * What was found is no item of ours.
 */
public final class MalformedItemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param message what is wrong with it, as a clause whose subject is "it"
	 */
	public MalformedItemException(String message) {
		super(message);
	}

}

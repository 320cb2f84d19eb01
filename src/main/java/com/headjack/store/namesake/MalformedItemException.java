package com.headjack.store.namesake;

/**
 * An item is malformed.
 */
public final class MalformedItemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param message the reason, as a clause whose subject is "it"
	 */
	public MalformedItemException(String message) {
		super(message);
	}

}

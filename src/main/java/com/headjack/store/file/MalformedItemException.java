package com.headjack.store.file;

/**
 * A file does not hold an encrypted item.
 */
final class MalformedItemException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the failure.
	 * @param message what is wrong with the file, as a clause whose subject is "it"
	 */
	MalformedItemException(String message) {
		super(message);
	}

}

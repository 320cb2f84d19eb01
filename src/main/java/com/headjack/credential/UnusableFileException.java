package com.headjack.credential;

/**
 * A file that cannot be a login. The message says what the file is, such as {@code is a
 * folder}, and never what it holds.
 */
final class UnusableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnusableFileException(String what) {
		super(what);
	}

	/**
	 * What the file is, as the end of a sentence.
	 */
	String what() {
		return String.valueOf(getMessage());
	}

}

package com.headjack.host;

/**
 * A file that cannot be used. The message says what the file is, such as {@code is a
 * folder}, and never what it holds.
 */
public final class UnusableFileException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param what what the file is, as the end of a sentence
	 */
	public UnusableFileException(String what) {
		super(what);
	}

	/**
	 * Returns what the file is.
	 * @return the end of a sentence that begins with the file's name
	 */
	public String what() {
		return String.valueOf(getMessage());
	}

}

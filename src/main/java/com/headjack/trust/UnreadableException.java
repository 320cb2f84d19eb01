package com.headjack.trust;

/**
 * Thrown if nobody can tell what a file of a repository does. Its message continues a
 * sentence that begins with the file.
 */
final class UnreadableException extends Exception {

	private static final long serialVersionUID = 1L;

	UnreadableException(String message) {
		super(message);
	}

}

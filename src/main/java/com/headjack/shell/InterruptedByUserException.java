package com.headjack.shell;

/**
 * The user ended a command by Ctrl-C, or left a question unanswered by Ctrl-D.
 */
final class InterruptedByUserException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InterruptedByUserException(Throwable cause) {
		super(cause);
	}

}

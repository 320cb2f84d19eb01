package com.headjack.shell.terminal;

/**
 * The user ended a command by Ctrl-C, or left a question unanswered by Ctrl-D.
 */
public final class InterruptedByUserException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public InterruptedByUserException(Throwable cause) {
		super(cause);
	}

}

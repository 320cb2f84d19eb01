package com.headjack.shell.terminal;

/**
 * The user interrupted a command with Ctrl-C, or left a question unanswered with Ctrl-D.
 */
public final class InterruptedByUserException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public InterruptedByUserException(Throwable cause) {
		super(cause);
	}

}

package com.headjack.store.libsecret;

/**
 * The bus cannot be reached, or the connection was lost.
 */
final class BusGoneException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BusGoneException(Throwable cause) {
		super(cause);
	}

}

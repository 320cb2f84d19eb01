package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The store's password is wrong.
 */
public final class WrongPasswordException extends StoreException {

	private static final long serialVersionUID = 1L;

	public WrongPasswordException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

	public WrongPasswordException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

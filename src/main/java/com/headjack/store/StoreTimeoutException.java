package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The store did not answer within its deadline.
 */
public final class StoreTimeoutException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreTimeoutException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.UNAVAILABLE, message, remedy, cause);
	}

	public StoreTimeoutException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The store does not work here.
 */
public final class StoreUnavailableException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreUnavailableException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.UNAVAILABLE, message, remedy, cause);
	}

	public StoreUnavailableException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

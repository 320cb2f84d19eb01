package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The user's quota in the store is exhausted.
 */
public final class StoreQuotaExceededException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreQuotaExceededException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

	public StoreQuotaExceededException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

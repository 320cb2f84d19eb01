package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The store refused access.
 */
public final class StoreDeniedException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreDeniedException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.UNAVAILABLE, message, remedy, cause);
	}

	public StoreDeniedException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

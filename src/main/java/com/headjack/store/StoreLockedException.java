package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The store is locked, and there is no user to unlock it.
 */
public final class StoreLockedException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreLockedException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.UNAVAILABLE, message, remedy, cause);
	}

	public StoreLockedException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

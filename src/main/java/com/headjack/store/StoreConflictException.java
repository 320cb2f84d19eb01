package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * Another process changed the secret at the same time.
 */
public final class StoreConflictException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreConflictException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

	public StoreConflictException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * A stored secret is unreadable, or differs from the secret that was stored.
 */
public final class SecretCorruptException extends StoreException {

	private static final long serialVersionUID = 1L;

	public SecretCorruptException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

	public SecretCorruptException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

}

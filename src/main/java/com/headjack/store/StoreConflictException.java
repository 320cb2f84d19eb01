package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The store has another secret than its caller expected; it is unchanged.
 */
public final class StoreConflictException extends StoreException {

	private static final long serialVersionUID = 1L;

	public StoreConflictException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

	public StoreConflictException(String message, @Nullable String remedy) {
		this(message, remedy, null);
	}

	/**
	 * The secret that is there is not the expected one.
	 * @param name its name
	 * @param store where it is
	 * @return the failure to throw
	 */
	public static StoreConflictException of(SecretName name, Backend store) {
		return new StoreConflictException(
				"somebody else changed the login for %s in %s at the same time".formatted(name.words(), store.place()),
				"theirs is kept; look at it with 'hjk auth status', and run the command again");
	}

}

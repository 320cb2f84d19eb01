package com.headjack.store;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * An operation of a store failed.
 */
public abstract sealed class StoreException extends HeadjackException permits StoreUnavailableException,
		StoreLockedException, StoreDeniedException, StoreTimeoutException, SecretTooLargeException,
		StoreQuotaExceededException, SecretCorruptException, WrongPasswordException, StoreConflictException {

	private static final long serialVersionUID = 1L;

	StoreException(FailureKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(kind, message, remedy, cause);
	}

}

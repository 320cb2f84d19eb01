package com.headjack.instance;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Thrown if an instance does not exist, or cannot be created, prepared or locked.
 */
public final class InstanceException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	InstanceException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

}

package com.headjack.work;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Thrown if work cannot continue, or would be lost.
 */
public final class WorkException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	WorkException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

}

package com.headjack.instance;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * There is no such instance, or it cannot be made or removed as it is.
 */
public final class InstanceException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	InstanceException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

}

package com.headjack.session;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * There is no such session, or it cannot be started or ended.
 */
public final class SessionException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	SessionException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

}

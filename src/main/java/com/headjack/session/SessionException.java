package com.headjack.session;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Thrown if a session does not exist, or cannot be started, shown or ended.
 */
public final class SessionException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	SessionException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

}

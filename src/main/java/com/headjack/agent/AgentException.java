package com.headjack.agent;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * An agent is unknown, or its profile is malformed.
 */
public final class AgentException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	AgentException(FailureKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(kind, message, remedy, cause);
	}

}

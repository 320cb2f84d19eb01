package com.headjack.agent;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * There is no such agent, or its profile cannot be read.
 */
public final class AgentException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	AgentException(FailureKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(kind, message, remedy, cause);
	}

}

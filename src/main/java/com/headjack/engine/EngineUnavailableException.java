package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * No engine answers.
 */
public sealed class EngineUnavailableException extends EngineException permits FilesUnseenException {

	private static final long serialVersionUID = 1L;

	public EngineUnavailableException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.UNAVAILABLE, message, remedy, cause);
	}

}

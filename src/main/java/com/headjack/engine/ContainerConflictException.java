package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * A container with that name already exists.
 */
public final class ContainerConflictException extends EngineException {

	private static final long serialVersionUID = 1L;

	public ContainerConflictException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

}

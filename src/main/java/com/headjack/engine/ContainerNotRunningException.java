package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The container is not running, or is gone.
 */
public final class ContainerNotRunningException extends EngineException {

	private static final long serialVersionUID = 1L;

	public ContainerNotRunningException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.FAILED, message, remedy, cause);
	}

}

package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * An engine could not do its task.
 */
public sealed class EngineException extends HeadjackException
		permits EngineUnavailableException, ImageNotFoundException, ImageBuildException, ContainerConflictException,
		ContainerNotRunningException, ContainerUnresponsiveException, ReaderGoneException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates a failure.
	 * @param message the facts, in one line
	 * @param remedy what the user can do about it, or {@code null} if nothing is known
	 * @param cause the cause, or {@code null}
	 */
	public EngineException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		this(FailureKind.FAILED, message, remedy, cause);
	}

	EngineException(FailureKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(kind, message, remedy, cause);
	}

}

package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * The reader of a program's output is gone.
 */
public final class ReaderGoneException extends EngineException {

	private static final long serialVersionUID = 1L;

	public ReaderGoneException(@Nullable Throwable cause) {
		super(FailureKind.FAILED, "nobody reads what a program in a container prints", null, cause);
	}

}

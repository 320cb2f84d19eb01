package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * Nobody reads any more what a program in a container prints.
 */
public final class ReaderGoneException extends EngineException {

	private static final long serialVersionUID = 1L;

	public ReaderGoneException(@Nullable Throwable cause) {
		super(FailureKind.FAILED, "nobody reads what a program in a container prints", null, cause);
	}

}

package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * An image cannot be built.
 */
public final class ImageBuildException extends EngineException {

	private static final long serialVersionUID = 1L;

	public ImageBuildException(FailureKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(kind, message, remedy, cause);
	}

}

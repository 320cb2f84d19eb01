package com.headjack.engine;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * An image is not present locally, and cannot be pulled.
 */
public final class ImageNotFoundException extends EngineException {

	private static final long serialVersionUID = 1L;

	public ImageNotFoundException(String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(FailureKind.UNAVAILABLE, message, remedy, cause);
	}

}

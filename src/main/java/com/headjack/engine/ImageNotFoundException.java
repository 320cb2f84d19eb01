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

	private ImageNotFoundException(String message, String remedy) {
		super(FailureKind.MISUSED, message, remedy, null);
	}

	/**
	 * Creates the failure for a name that no image can have.
	 * @param name the name
	 * @param reason what is wrong with it
	 * @return the exception to throw
	 */
	public static ImageNotFoundException misnamed(String name, String reason) {
		return new ImageNotFoundException("\"%s\" is not a valid image name: %s".formatted(name, reason),
				"use lower-case words between slashes, with a tag after a colon, such as my/agent:1");
	}

}

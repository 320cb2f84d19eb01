package com.headjack.failure;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A failure for the user, with facts as its message, and a remedy. Holds no secret.
 */
public class HeadjackException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final FailureKind kind;

	private final @Nullable String remedy;

	/**
	 * Creates a failure.
	 * @param kind the kind of failure
	 * @param message the facts, in one line
	 * @param remedy what to do about it, in one line, or {@code null} if unknown
	 */
	public HeadjackException(FailureKind kind, String message, @Nullable String remedy) {
		this(kind, message, remedy, null);
	}

	/**
	 * Creates a failure with a cause.
	 * @param kind the kind of failure
	 * @param message the facts, in one line
	 * @param remedy what to do about it, in one line, or {@code null} if unknown
	 * @param cause the cause, or {@code null}
	 */
	public HeadjackException(FailureKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
		super(message, cause);
		this.kind = kind;
		this.remedy = remedy;
	}

	public FailureKind kind() {
		return this.kind;
	}

	/**
	 * Returns the remedy.
	 * @return what to do about the failure, in one line, or empty if unknown
	 */
	public Optional<String> remedy() {
		return Optional.ofNullable(this.remedy);
	}

}

package com.headjack.failure;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user is told of: facts in the message, and what to do about it. Holds
 * no secret.
 */
public class HeadjackException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final FailureKind kind;

	private final @Nullable String remedy;

	/**
	 * Creates a failure.
	 * @param kind what went wrong
	 * @param message the facts, in one line
	 * @param remedy what to do about it, in one line, or {@code null} if nothing is known
	 */
	public HeadjackException(FailureKind kind, String message, @Nullable String remedy) {
		this(kind, message, remedy, null);
	}

	/**
	 * Creates a failure with a cause.
	 * @param kind what went wrong
	 * @param message the facts, in one line
	 * @param remedy what to do about it, in one line, or {@code null} if nothing is known
	 * @param cause what it came from, or {@code null}
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
	 * What to do about it.
	 * @return one line, or empty if nothing is known
	 */
	public Optional<String> remedy() {
		return Optional.ofNullable(this.remedy);
	}

}

package com.headjack.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;

/**
 * A container, or a program in it, does not do its task in time, although the engine
 * answers.
 */
public final class ContainerUnresponsiveException extends EngineException {

	private static final long serialVersionUID = 1L;

	private final String task;

	private final Duration waited;

	/**
	 * Creates a failure.
	 * @param container the container's id or name
	 * @param task what it did not do, such as "stop"
	 * @param waited how long it was given
	 * @param remedy what the user can do about it, or {@code null} if that depends on
	 * what the container is for
	 */
	public ContainerUnresponsiveException(String container, String task, Duration waited, @Nullable String remedy) {
		super(FailureKind.FAILED, message("container " + container, task, waited), remedy, null);
		this.task = task;
		this.waited = waited;
	}

	private static String message(String subject, String task, Duration waited) {
		return subject + " did not " + task + " within " + waited.toSeconds() + " s";
	}

	/**
	 * Returns the facts in other words.
	 * @param subject what to call the container
	 * @return the facts, in one line
	 */
	public String of(String subject) {
		return message(subject, this.task, this.waited);
	}

	/**
	 * Returns the facts in other words.
	 * @param subject what to call the container
	 * @param other what to call the task
	 * @return the facts, in one line
	 */
	public String of(String subject, String other) {
		return message(subject, other, this.waited);
	}

}

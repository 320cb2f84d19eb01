package com.headjack.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.beans.BeansException;

import com.headjack.agent.KnownCredentials;
import com.headjack.failure.HeadjackException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.InterruptedByUserException;
import com.headjack.shell.terminal.Output;

/**
 * Prints a failure and its remedy for the user.
 */
final class FailurePrinter {

	private static final Pattern LONG_WORD = Pattern.compile("[\\w-]{20}");

	private final Output output;

	private final boolean debug;

	FailurePrinter(Output output, boolean debug) {
		this.output = output;
		this.debug = debug;
	}

	/**
	 * Prints a failure.
	 * @return the exit code for it
	 */
	int print(RuntimeException failure) {
		if (failure instanceof InterruptedByUserException || Thread.currentThread().isInterrupted()) {
			return ExitCodes.INTERRUPTED;
		}
		int code = known(failure).map(this::print).orElseGet(() -> printUnexpected(failure));
		if (this.debug) {
			this.output.trace(failure);
		}
		return code;
	}

	/**
	 * Finds Headjack's own exception in one of Spring's: an unusable setting fails only
	 * when the object that uses it is created.
	 */
	private static Optional<HeadjackException> known(RuntimeException failure) {
		Throwable cause = failure;
		while (cause instanceof BeansException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return (cause instanceof HeadjackException known) ? Optional.of(known) : Optional.empty();
	}

	private int print(HeadjackException failure) {
		message("error: " + failure.getMessage());
		failure.remedy().ifPresent((remedy) -> message("hint: " + remedy));
		return ExitCodes.of(failure.kind());
	}

	/**
	 * Prints a line without what may be a credential: a user may have typed one in the
	 * wrong place.
	 */
	private void message(String line) {
		boolean suspicious = LONG_WORD.matcher(line).find();
		this.output.message(suspicious ? KnownCredentials.read().masked(line) : line);
	}

	private int printUnexpected(RuntimeException failure) {
		Throwable cause = (failure.getCause() instanceof IOException io) ? io : failure;
		this.output.message("error: " + cause.getClass().getSimpleName() + ": " + cause.getMessage());
		this.output.message("hint: run the command again with --debug to see where it comes from");
		return ExitCodes.FAILED;
	}

}

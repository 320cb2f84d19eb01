package com.headjack.shell.grammar;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A command line is invalid.
 */
public final class UsageException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	public UsageException(String message, @Nullable String remedy) {
		super(FailureKind.MISUSED, message, remedy);
	}

}

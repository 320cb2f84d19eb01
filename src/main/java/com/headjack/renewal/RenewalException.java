package com.headjack.renewal;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Thrown if it cannot be recorded which login a container has.
 */
public final class RenewalException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	RenewalException(String message, String remedy) {
		super(FailureKind.FAILED, message, remedy);
	}

}

package com.headjack.credential;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A credential is missing or invalid. The message never holds its value.
 */
public final class CredentialException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	CredentialException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

}

package com.headjack.store.macos;

import org.jspecify.annotations.Nullable;

import com.headjack.foreign.AbsenceErrors;
import com.headjack.foreign.NativeCallException;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreUnavailableException;

/**
 * Translates the {@code OSStatus} of a call.
 *
 * @see <a href=
 * "https://developer.apple.com/documentation/security/security-framework-result-codes">Security
 * Framework Result Codes</a>
 */
final class KeychainFailures {

	static final int USER_CANCELED = -128;

	static final int NOT_AVAILABLE = -25291;

	static final int AUTHENTICATION_FAILED = -25293;

	static final int DUPLICATE = -25299;

	static final int NOT_FOUND = -25300;

	static final int NO_DEFAULT_KEYCHAIN = -25307;

	static final int INTERACTION_NOT_ALLOWED = -25308;

	static final int INTERACTION_REQUIRED = -25315;

	static final AbsenceErrors ABSENT = AbsenceErrors.of(NOT_FOUND);

	private KeychainFailures() {
	}

	static StoreException translate(NativeCallException failure) {
		return switch (failure.errno()) {
			case INTERACTION_NOT_ALLOWED, INTERACTION_REQUIRED -> locked(failure);
			case AUTHENTICATION_FAILED -> new StoreDeniedException("the keychain denies access to the credential",
					"allow it when macOS asks, or " + StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
			case USER_CANCELED -> new StoreDeniedException("the access to the keychain was cancelled",
					"try again and allow it, or " + StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
			case DUPLICATE, NOT_FOUND -> new StoreConflictException(
					"another process changed the credential in the keychain at the same time", "try again", failure);
			case NO_DEFAULT_KEYCHAIN, NOT_AVAILABLE -> new StoreUnavailableException("there is no keychain here",
					"log in to the desktop once, or " + StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
			default -> new StoreUnavailableException("the keychain failed: " + failure.getMessage(),
					StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
		};
	}

	/**
	 * Creates the failure of a locked keychain.
	 */
	static StoreLockedException locked(@Nullable Throwable cause) {
		return new StoreLockedException("the keychain is locked, and macOS cannot ask for its password here",
				"run 'security unlock-keychain', or " + StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, cause);
	}

}

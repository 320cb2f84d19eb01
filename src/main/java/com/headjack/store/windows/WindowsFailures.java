package com.headjack.store.windows;

import com.headjack.foreign.AbsenceErrors;
import com.headjack.foreign.NativeCallException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreQuotaExceededException;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreUnavailableException;

/**
 * Translates the error numbers of Windows.
 */
final class WindowsFailures {

	static final int ACCESS_DENIED = 5;

	static final int SERVICE_DISABLED = 1058;

	static final int NOT_FOUND = 1168;

	static final int NO_SUCH_LOGON_SESSION = 1312;

	static final int NOT_ENOUGH_QUOTA = 1816;

	/**
	 * The error that means a missing credential.
	 */
	static final AbsenceErrors ABSENT = AbsenceErrors.of(NOT_FOUND);

	static final String ANOTHER_STORE = StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE;

	private WindowsFailures() {
	}

	static StoreException translate(NativeCallException failure) {
		return switch (failure.errno()) {
			case ACCESS_DENIED -> new StoreDeniedException("the Windows Credential Manager denies access",
					"run hjk as the user whose credential it is, or " + ANOTHER_STORE, failure);
			case NO_SUCH_LOGON_SESSION -> noSession(failure);
			case SERVICE_DISABLED ->
				new StoreUnavailableException("the service of the Windows Credential Manager (VaultSvc) is disabled",
						"enable it, or " + ANOTHER_STORE, failure);
			case NOT_ENOUGH_QUOTA ->
				new StoreQuotaExceededException("the Windows Credential Manager has no room left for this user",
						"remove a credential with 'hjk auth remove', or " + ANOTHER_STORE, failure);
			default -> new StoreUnavailableException("the Windows Credential Manager failed: " + failure.getMessage(),
					ANOTHER_STORE, failure);
		};
	}

	private static StoreException noSession(NativeCallException failure) {
		return new StoreUnavailableException(
				"Windows keeps no credentials in this logon session (as over SSH, or where a policy forbids it)",
				"run hjk in a desktop session, or " + ANOTHER_STORE, failure);
	}

}

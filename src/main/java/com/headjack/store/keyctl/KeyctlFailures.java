package com.headjack.store.keyctl;

import java.util.function.Supplier;

import com.headjack.foreign.AbsenceErrors;
import com.headjack.foreign.NativeCallException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreQuotaExceededException;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreUnavailableException;

/**
 * Translates the kernel's error numbers, as in {@code include/uapi/asm-generic/errno.h}.
 */
final class KeyctlFailures {

	private static final int EPERM = 1;

	private static final int EACCES = 13;

	private static final int ENOSYS = 38;

	private static final int EDQUOT = 122;

	private static final int ENOKEY = 126;

	private static final int EKEYEXPIRED = 127;

	private static final int EKEYREVOKED = 128;

	/**
	 * The key does not exist, or its payload is lost: the kernel drops the payload of an
	 * expired or revoked key.
	 */
	static final AbsenceErrors ABSENT = AbsenceErrors.of(ENOKEY, EKEYEXPIRED, EKEYREVOKED);

	private final Supplier<String> usage;

	/**
	 * Creates the translation.
	 * @param usage describes the usage of the quota; called when the quota is exceeded
	 */
	KeyctlFailures(Supplier<String> usage) {
		this.usage = usage;
	}

	static boolean quotaExceeded(NativeCallException failure) {
		return failure.errno() == EDQUOT;
	}

	static boolean denied(NativeCallException failure) {
		return failure.errno() == EACCES;
	}

	StoreException translate(NativeCallException failure) {
		return switch (failure.errno()) {
			case EPERM -> new StoreUnavailableException("the kernel keyring is blocked here (seccomp)",
					StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
			case ENOSYS -> new StoreUnavailableException("this kernel has no keyring",
					StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
			case EACCES -> new StoreDeniedException("the kernel keyring denies access to the key",
					"run hjk in a login session of the user, or " + StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
			case EDQUOT -> new StoreQuotaExceededException(
					"the kernel keyring has no room left for this user (%s)".formatted(this.usage.get()),
					"remove a credential with 'hjk auth remove', raise kernel.keys.maxbytes and kernel.keys.maxkeys, or "
							+ StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE,
					failure);
			default -> new StoreUnavailableException("the kernel keyring failed: " + failure.getMessage(),
					StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, failure);
		};
	}

}

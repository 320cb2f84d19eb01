package com.headjack.store.keyctl;

import java.util.function.Supplier;

import com.headjack.foreign.NativeCallException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreQuotaExceededException;
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

	private static final String ANOTHER_STORE = "choose another store with HEADJACK_KEYRING_BACKEND, such as file";

	private final Supplier<String> usage;

	/**
	 * Creates the translation.
	 * @param usage describes the usage of the quota; called when the quota is exceeded
	 */
	KeyctlFailures(Supplier<String> usage) {
		this.usage = usage;
	}

	/**
	 * Whether the key is not there, or its payload is gone for good: the kernel drops the
	 * payload of an expired or revoked key, and only a new login helps.
	 */
	static boolean absent(NativeCallException failure) {
		return switch (failure.errno()) {
			case ENOKEY, EKEYEXPIRED, EKEYREVOKED -> true;
			default -> false;
		};
	}

	static boolean quotaExceeded(NativeCallException failure) {
		return failure.errno() == EDQUOT;
	}

	static boolean denied(NativeCallException failure) {
		return failure.errno() == EACCES;
	}

	StoreException translate(NativeCallException failure) {
		return switch (failure.errno()) {
			case EPERM ->
				new StoreUnavailableException("the kernel keyring is blocked here (seccomp)", ANOTHER_STORE, failure);
			case ENOSYS -> new StoreUnavailableException("this kernel has no keyring", ANOTHER_STORE, failure);
			case EACCES -> new StoreDeniedException("the kernel keyring denies access to the key",
					"run hjk in a login session of the user, or " + ANOTHER_STORE, failure);
			case EDQUOT -> new StoreQuotaExceededException(
					"the kernel keyring has no room left for this user (%s)".formatted(this.usage.get()),
					"remove a credential with 'hjk auth remove', raise kernel.keys.maxbytes and kernel.keys.maxkeys, or "
							+ ANOTHER_STORE,
					failure);
			default -> new StoreUnavailableException("the kernel keyring failed: " + failure.getMessage(),
					ANOTHER_STORE, failure);
		};
	}

}

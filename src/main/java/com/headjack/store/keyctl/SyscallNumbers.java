package com.headjack.store.keyctl;

import com.headjack.store.StoreUnavailableException;

/**
 * The numbers of the kernel's calls, which differ by processor.
 *
 * @param addKey the number of {@code add_key}
 * @param keyctl the number of {@code keyctl}
 */
record SyscallNumbers(long addKey, long keyctl) {

	/**
	 * The numbers for a processor.
	 * @param architecture the processor's name, as in the system property {@code os.arch}
	 * @return the numbers
	 * @throws StoreUnavailableException if they are not known
	 */
	static SyscallNumbers of(String architecture) {
		return switch (architecture) {
			case "amd64", "x86_64" -> new SyscallNumbers(248, 250);
			case "aarch64" -> new SyscallNumbers(217, 219);
			default ->
				throw new StoreUnavailableException("the kernel keyring is not supported on %s".formatted(architecture),
						"choose another store with HEADJACK_KEYRING_BACKEND");
		};
	}

}

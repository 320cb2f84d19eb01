package com.headjack.store.keyctl;

import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreUnavailableException;

/**
 * The numbers of the system calls, which depend on the processor's architecture.
 *
 * @param addKey the number of {@code add_key}
 * @param keyctl the number of {@code keyctl}
 * @see <a href="https://man7.org/linux/man-pages/man2/syscalls.2.html">syscalls(2)</a>
 */
record SyscallNumbers(long addKey, long keyctl) {

	/**
	 * Returns the numbers of an architecture.
	 * @param architecture the architecture, as in the system property {@code os.arch}
	 * @return the numbers
	 * @throws StoreUnavailableException if the architecture is not supported
	 */
	static SyscallNumbers of(String architecture) {
		return switch (architecture) {
			case "amd64", "x86_64" -> new SyscallNumbers(248, 250);
			case "aarch64" -> new SyscallNumbers(217, 219);
			default -> throw new StoreUnavailableException(
					"the kernel keyring is not supported on %s".formatted(architecture), StoreRemedies.ANOTHER_STORE);
		};
	}

}

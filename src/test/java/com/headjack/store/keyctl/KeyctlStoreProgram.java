package com.headjack.store.keyctl;

import java.util.List;

import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreProgram;

final class KeyctlStoreProgram {

	private KeyctlStoreProgram() {
	}

	static SecretStore kernelStore() {
		KeyctlBindings keys = new SyscallKeyctlBindings(SyscallNumbers.of(System.getProperty("os.arch")));
		return new KeyctlSecretStore(() -> keys, OperatingSystem.LINUX,
				new KeyctlFailures(KeyQuota.ofThisUser()::usage), Deadline.CALL);
	}

	public static void main(String[] arguments) {
		StoreProgram.run(kernelStore(), List.of(arguments));
	}

}

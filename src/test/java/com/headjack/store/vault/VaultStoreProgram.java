package com.headjack.store.vault;

import java.util.List;

import com.headjack.store.StoreProgram;

/**
 * Uses a store in Vault in a process of its own.
 */
final class VaultStoreProgram {

	private VaultStoreProgram() {
	}

	public static void main(String[] arguments) {
		List<String> all = List.of(arguments);
		StoreProgram.run(VaultAccess.parse(all).store(), all.subList(4, all.size()));
	}

}

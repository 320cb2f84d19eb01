package com.headjack.store;

import java.util.List;

/**
 * The names of all stores, for those who need no store itself. A test compares them with
 * the stores that the application makes.
 */
public final class StoreNames {

	/**
	 * The names, in the order of preference.
	 */
	public static final List<String> ALL = List.of("wincred", "keychain", "secret-service", "keyctl", "file", "vault");

	private StoreNames() {
	}

}

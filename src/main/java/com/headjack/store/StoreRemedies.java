package com.headjack.store;

/**
 * Remedies that several stores give.
 */
public final class StoreRemedies {

	/**
	 * The environment variable that names the store to use.
	 */
	public static final String VARIABLE = "HEADJACK_KEYRING_BACKEND";

	/**
	 * Use another store, whichever one failed.
	 */
	public static final String ANOTHER_STORE = "choose another store with " + VARIABLE;

	/**
	 * Use another store, such as encrypted files, which work everywhere.
	 */
	public static final String ANOTHER_STORE_SUCH_AS_FILE = ANOTHER_STORE + ", such as file";

	/**
	 * Use a store that keeps secrets when the machine restarts.
	 */
	public static final String LASTING_STORE = "for a lasting one: " + VARIABLE + "=file";

	private StoreRemedies() {
	}

}

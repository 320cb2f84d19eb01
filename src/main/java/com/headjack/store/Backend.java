package com.headjack.store;

import java.util.List;

/**
 * What all stores of named secrets have in common. Creating a store is cheap and has no
 * effect; every other call has a deadline. Failures are subclasses of
 * {@link StoreException}: locked or denied is never reported as "not found", and a failed
 * write keeps the old value.
 */
public sealed interface Backend permits SecretStore, RevisedStore {

	/**
	 * Returns the name of the store in the configuration.
	 * @return a lower-case word, such as {@code keyctl}
	 */
	String name();

	/**
	 * Returns the location of the secrets for a message.
	 * @return a phrase, such as {@code the kernel keyring}
	 */
	String place();

	/**
	 * Returns how long the store keeps a secret.
	 * @return the persistence
	 */
	Persistence persistence();

	/**
	 * Whether the store is used only if the configuration names it.
	 * @return whether automatic selection skips it
	 */
	default boolean onlyIfNamed() {
		return false;
	}

	/**
	 * Finds out whether the store works here: cheaply, without a prompt, and within two
	 * seconds.
	 * @return the result
	 */
	Probe probe();

	/**
	 * Removes a secret, whatever it is.
	 * @param name its name
	 * @return whether there was one
	 */
	boolean remove(SecretName name);

	/**
	 * Lists the names of Headjack's secrets.
	 * @return the names in no particular order
	 */
	List<SecretName> list();

}

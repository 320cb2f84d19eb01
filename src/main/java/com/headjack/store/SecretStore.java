package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Stores named secrets of the service {@value SecretName#SERVICE}. Creating a store is
 * cheap and has no effect; every other call has a deadline. Failures are subclasses of
 * {@link StoreException}: locked or denied is never reported as "not found", and a failed
 * write keeps the old value.
 */
public interface SecretStore {

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
	 * Finds a secret.
	 * @param name its name
	 * @return the secret, which the caller closes, or empty if there is none
	 */
	Optional<Secret> find(SecretName name);

	/**
	 * Stores a secret, replacing an earlier one of the same name.
	 * @param name its name
	 * @param value the secret, which is not empty and which the caller closes
	 * @throws SecretTooLargeException if the store has a limit below the secret's size
	 */
	void put(SecretName name, Secret value);

	/**
	 * Removes a secret.
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

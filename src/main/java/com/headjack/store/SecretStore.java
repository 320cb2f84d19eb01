package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Keeps named secrets of the service {@value SecretName#SERVICE}. Making a store is cheap
 * and touches nothing; every other call has a deadline. Failures are of the family of
 * {@link StoreException}: locked or denied is never "not found", and a failed write
 * leaves the old value.
 */
public interface SecretStore {

	/**
	 * The name that a user gives to choose this store.
	 * @return a lower-case word, such as {@code keyctl}
	 */
	String name();

	/**
	 * How a person would say where a secret is.
	 * @return a phrase, such as {@code the kernel keyring}
	 */
	String place();

	/**
	 * How long a secret stays.
	 * @return the store's persistence
	 */
	Persistence persistence();

	/**
	 * Whether only users who name this store get it.
	 * @return whether it is left out where the first store that works is chosen
	 */
	default boolean onlyIfNamed() {
		return false;
	}

	/**
	 * Finds out whether this store works here; cheap, never prompts and never blocks for
	 * more than two seconds.
	 * @return ready, or unavailable with the reason and a remedy
	 */
	Probe probe();

	/**
	 * Finds a secret.
	 * @param name its name
	 * @return the secret, to be closed by the caller, or empty if there is none
	 */
	Optional<Secret> find(SecretName name);

	/**
	 * Keeps a secret, in place of an earlier one of that name.
	 * @param name its name
	 * @param value the secret; stays the caller's
	 */
	void put(SecretName name, Secret value);

	/**
	 * Removes a secret.
	 * @param name its name
	 * @return whether there was one
	 */
	boolean remove(SecretName name);

	/**
	 * Lists the names of the secrets that are ours.
	 * @return the names in no particular order
	 */
	List<SecretName> list();

}

package com.headjack.store;

import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * A store whose system knows no revisions: the last writer wins. Everybody else uses it
 * as a {@link RevisedStore}.
 */
public non-sealed interface SecretStore extends Backend {

	/**
	 * Asks the user for what a write needs, such as a password: nobody else should have
	 * to wait for the answer. Does nothing in most stores.
	 */
	default void unlock() {
	}

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

}

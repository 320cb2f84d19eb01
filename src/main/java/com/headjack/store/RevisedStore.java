package com.headjack.store;

import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Stores named secrets of the service {@value SecretName#SERVICE}, and refuses to
 * overwrite what its caller did not expect.
 */
public non-sealed interface RevisedStore extends Backend {

	/**
	 * Finds a secret.
	 * @param name its name
	 * @return the secret and its revision, which the caller closes, or empty if there is
	 * none
	 */
	Optional<Stored> find(SecretName name);

	/**
	 * Stores a secret if the store has what is expected. No other process changes it in
	 * between.
	 * @param name its name
	 * @param value the secret, which is not empty and which the caller closes
	 * @param expected what has to be there
	 * @return the revision of the stored secret
	 * @throws StoreConflictException if something else is there, which is then unchanged
	 * @throws SecretTooLargeException if the store has a limit below the secret's size
	 */
	Revision put(SecretName name, Secret value, Expected expected);

	/**
	 * Removes a secret if the store has what is expected.
	 * @param name its name
	 * @param expected what has to be there
	 * @return whether there was one
	 * @throws StoreConflictException if something else is there, which is then unchanged
	 */
	boolean remove(SecretName name, Expected expected);

	@Override
	default boolean remove(SecretName name) {
		return remove(name, Expected.anything());
	}

}

package com.headjack.store.keyctl;

import com.headjack.foreign.NativeCallException;

/**
 * The kernel's calls on keys. Every one throws {@link NativeCallException} with the
 * kernel's error number if it fails.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/keyrings.7.html">keyrings(7)</a>
 */
interface KeyctlBindings {

	/**
	 * Stands for the calling thread's own keyring.
	 */
	int THREAD_KEYRING = -1;

	/**
	 * Stands for the user's keyring, {@code @u}.
	 */
	int USER_KEYRING = -4;

	/**
	 * Stands for the keyring of the user's sessions that have none of their own, which
	 * holds the user's keyring, {@code @us}.
	 */
	int USER_SESSION_KEYRING = -5;

	/**
	 * Adds a key, or updates the one of that type and description.
	 * @return the key's serial number
	 */
	int addKey(String type, String description, byte[] payload, int keyring);

	/**
	 * Finds a key.
	 * @return its serial number
	 */
	int search(int keyring, String type, String description);

	/**
	 * Reads a key's payload, which is a keyring's list of keys.
	 * @return a copy of the payload
	 */
	byte[] read(int key);

	/**
	 * Describes a key.
	 * @return {@code type;uid;gid;permissions;description}
	 */
	String describe(int key);

	void link(int key, int keyring);

	void unlink(int key, int keyring);

	/**
	 * Makes a keyring that of the calling thread's session.
	 */
	void joinSession(String keyring);

	/**
	 * Lets a key expire.
	 */
	void expireAfter(int key, int seconds);

}

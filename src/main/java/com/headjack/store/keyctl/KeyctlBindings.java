package com.headjack.store.keyctl;

import com.headjack.foreign.NativeCallException;

/**
 * The kernel's system calls for keys. Each throws {@link NativeCallException} with the
 * error number if it fails.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/keyrings.7.html">keyrings(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/keyctl.2.html">keyctl(2)</a>
 */
interface KeyctlBindings {

	/**
	 * The keyring of the calling thread, {@code KEY_SPEC_THREAD_KEYRING}.
	 */
	int THREAD_KEYRING = -1;

	/**
	 * The keyring of the user, {@code KEY_SPEC_USER_KEYRING} or {@code @u}.
	 */
	int USER_KEYRING = -4;

	/**
	 * The default session keyring of the user, {@code KEY_SPEC_USER_SESSION_KEYRING} or
	 * {@code @us}, which holds a link to the user's keyring.
	 */
	int USER_SESSION_KEYRING = -5;

	/**
	 * Adds a key, or updates the key of the same type and description.
	 * @return the key's serial number
	 */
	int addKey(String type, String description, byte[] payload, int keyring);

	/**
	 * Finds a key in a keyring.
	 * @return the key's serial number
	 */
	int search(int keyring, String type, String description);

	/**
	 * Reads a key's payload; that of a keyring is the serial numbers of its keys.
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
	 * Joins a session keyring, which becomes that of the calling thread.
	 */
	void joinSession(String keyring);

	/**
	 * Sets the lifetime of a key.
	 */
	void expireAfter(int key, int seconds);

}

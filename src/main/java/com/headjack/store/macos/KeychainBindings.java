package com.headjack.store.macos;

import java.util.List;

import com.headjack.foreign.NativeCallException;

/**
 * The functions of macOS for generic passwords in the user's default keychain. Each
 * throws {@link NativeCallException} with the {@code OSStatus} if it fails.
 *
 * @see <a href=
 * "https://developer.apple.com/documentation/security/keychain-items">Keychain items</a>
 */
interface KeychainBindings {

	/**
	 * Reads an item.
	 * @return a copy of its content
	 */
	byte[] read(String service, String account);

	/**
	 * Adds an item. Fails if it exists.
	 * @param label the name that Keychain Access shows
	 */
	void add(String service, String account, String label, byte[] content);

	/**
	 * Replaces the content of an item. Fails if it does not exist.
	 */
	void update(String service, String account, byte[] content);

	void delete(String service, String account);

	/**
	 * Lists the accounts of a service, even if the keychain is locked. Fails if there are
	 * none.
	 */
	List<String> accounts(String service);

	/**
	 * Whether the user's default keychain is unlocked.
	 */
	boolean unlocked();

}

package com.headjack.store.macos;

import java.util.List;

import com.headjack.foreign.NativeCallException;

/**
 * The calls of macOS on generic passwords in the user's default keychain. Every one
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
	 * Adds an item; it fails where there is one.
	 * @param label the name that a person sees
	 */
	void add(String service, String account, String label, byte[] content);

	/**
	 * Replaces an item's content; it fails where there is none.
	 */
	void update(String service, String account, byte[] content);

	void delete(String service, String account);

	/**
	 * Lists a service's accounts, which needs no unlocked keychain; it fails where there
	 * are none.
	 */
	List<String> accounts(String service);

	/**
	 * Whether the user's default keychain is unlocked.
	 */
	boolean unlocked();

}

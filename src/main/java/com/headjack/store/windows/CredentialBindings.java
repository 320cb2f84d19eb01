package com.headjack.store.windows;

import java.time.Instant;
import java.util.List;

import com.headjack.foreign.NativeCallException;

/**
 * The calls of Windows on generic credentials of the local machine. Every one throws
 * {@link NativeCallException} with the error number of Windows if it fails.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wincred/">wincred.h</a>
 */
interface CredentialBindings {

	/**
	 * The most bytes that a credential holds.
	 */
	int LARGEST_BLOB = 2560;

	/**
	 * Reads a credential's content.
	 * @param target its name, which has no case
	 * @return a copy of the content
	 */
	byte[] read(String target);

	/**
	 * Writes a credential, in place of an earlier one of that name.
	 * @param target its name, which has no case
	 * @param blob its content
	 */
	void write(String target, byte[] blob);

	void delete(String target);

	/**
	 * Lists credentials.
	 * @param prefix what their names begin with
	 * @return their names and when they were written; it fails where there are none
	 */
	List<Entry> enumerate(String prefix);

	/**
	 * How long this logon session could keep a generic credential.
	 * @return the constant {@code CRED_PERSIST_…}
	 */
	int longestPersistence();

	/**
	 * A credential, without its content.
	 *
	 * @param target its name
	 * @param written when it was last written
	 */
	record Entry(String target, Instant written) {

	}

}

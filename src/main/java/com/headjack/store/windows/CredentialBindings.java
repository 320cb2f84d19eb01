package com.headjack.store.windows;

import java.time.Instant;
import java.util.List;

import com.headjack.foreign.NativeCallException;

/**
 * The Windows functions for generic credentials of the local machine. Each throws
 * {@link NativeCallException} with the Windows error number on failure.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wincred/">wincred.h</a>
 */
interface CredentialBindings {

	/**
	 * The size limit of a credential, in bytes.
	 */
	int LARGEST_BLOB = 2560;

	/**
	 * Reads a credential's content.
	 * @param target its name; case is ignored
	 * @return a copy of the content
	 */
	byte[] read(String target);

	/**
	 * Writes a credential, replacing any with that name.
	 * @param target its name; case is ignored
	 * @param blob its content
	 */
	void write(String target, byte[] blob);

	void delete(String target);

	/**
	 * Lists credentials.
	 * @param prefix the beginning of their names
	 * @return their names and the times when they were written; fails if there are none
	 */
	List<Entry> enumerate(String prefix);

	/**
	 * The longest persistence of generic credentials in this logon session.
	 * @return a {@code CRED_PERSIST_…} constant
	 */
	int longestPersistence();

	/**
	 * A credential, without its content.
	 *
	 * @param target its name
	 * @param written the time when it was last written
	 */
	record Entry(String target, Instant written) {

	}

}

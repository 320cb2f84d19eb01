package com.headjack.store.vault;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.store.StoreConflictException;

/**
 * A key-value engine that counts the versions of what it keeps; every call throws of the
 * family of {@link com.headjack.store.StoreException}.
 */
interface KeyValueEngine {

	/**
	 * Sees to it that the engine is there, of version 2, and open to us.
	 */
	void check();

	/**
	 * Reads what is kept under a key.
	 * @return the newest version, without a value if there is none or it is deleted
	 */
	Entry read(String key);

	/**
	 * Adds a version.
	 * @param expected the newest version that there may be, or 0 for none
	 * @throws StoreConflictException if the newest version is another one
	 */
	void write(String key, int expected, StoredValue value);

	/**
	 * Removes all versions.
	 */
	void delete(String key);

	/**
	 * Lists the keys whose newest version is not deleted.
	 */
	List<String> keys();

	/**
	 * The newest version.
	 *
	 * @param version its number, or 0 if there is none
	 * @param value what it holds, or {@code null} if it is deleted or there is none
	 */
	record Entry(int version, @Nullable StoredValue value) {

		static final Entry NONE = new Entry(0, null);

	}

}

package com.headjack.store.vault;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.store.Revision;
import com.headjack.store.StoreConflictException;

/**
 * A key-value engine with versions. Every call may throw a
 * {@link com.headjack.store.StoreException}.
 */
interface KeyValueEngine {

	/**
	 * Checks that the engine exists, has version 2, and is open to us.
	 */
	void check();

	/**
	 * Reads a key's newest version.
	 * @return the version, without a value if there is none or it is deleted
	 */
	Entry read(String key);

	/**
	 * Adds a version.
	 * @param expected the number of the newest version, or 0 for none
	 * @return the new version
	 * @throws StoreConflictException if the newest version has another number
	 */
	Entry write(String key, int expected, StoredValue value);

	/**
	 * Removes all versions of a key.
	 */
	void delete(String key);

	/**
	 * Lists the keys whose newest version is not deleted.
	 */
	List<String> keys();

	/**
	 * The newest version of a key.
	 *
	 * @param version its number, or 0 if there is none
	 * @param created the time of its creation as the server says it, which tells it from
	 * a version of the same number before all were removed
	 * @param value its value, or {@code null} if it is deleted or there is none
	 */
	record Entry(int version, String created, @Nullable StoredValue value) {

		static final Entry NONE = new Entry(0, "", null);

		/**
		 * The revision of its value.
		 * @return the revision, or {@code null} without a value
		 */
		@Nullable Revision revision() {
			return (this.value != null) ? new Revision(this.version + " " + this.created) : null;
		}

	}

}

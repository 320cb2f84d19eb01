package com.headjack.store;

import com.headjack.secret.Secret;

/**
 * A secret as a store has it.
 *
 * @param value the secret; closed with this
 * @param revision its revision
 */
public record Stored(Secret value, Revision revision) implements AutoCloseable {

	/**
	 * A secret in a store that has no revisions itself.
	 */
	static Stored of(Secret value) {
		return new Stored(value, Revision.of(value));
	}

	@Override
	public void close() {
		this.value.close();
	}

}

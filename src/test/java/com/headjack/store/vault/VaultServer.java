package com.headjack.store.vault;

import java.time.Duration;

/**
 * A server for the tests of the store, with a key-value engine of version 2 at
 * {@code secret}, one of version 1 at {@code one}, and another engine at {@code transit}.
 */
interface VaultServer {

	/**
	 * Where the store keeps its secrets in it: below {@code secret/headjack}.
	 */
	VaultSettings settings();

	/**
	 * A token with every right.
	 */
	String root();

	/**
	 * Makes a token.
	 */
	String token(Grant grant);

	/**
	 * Waits until a token has expired.
	 */
	void expire(String token);

	/**
	 * Deletes the newest version of a secret, as {@code vault kv delete} does.
	 */
	void softDelete(String path);

	/**
	 * Destroys the newest version of a secret, as {@code vault kv destroy} does.
	 */
	void destroy(String path);

	/**
	 * Has every version that is written from now on deleted after that time.
	 */
	void limit(String path, Duration life);

	void seal();

	void unseal();

	/**
	 * What a token may do.
	 */
	enum Grant {

		/**
		 * What the store needs, and no more.
		 */
		ALL,

		/**
		 * To read and to list.
		 */
		READ,

		/**
		 * Nothing with secrets.
		 */
		NOTHING

	}

}

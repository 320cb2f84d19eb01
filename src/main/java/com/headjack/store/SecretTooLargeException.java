package com.headjack.store;

import com.headjack.failure.FailureKind;

/**
 * The secret is larger than the store's limit.
 */
public final class SecretTooLargeException extends StoreException {

	private static final long serialVersionUID = 1L;

	private final int size;

	private final int limit;

	/**
	 * Creates the failure.
	 * @param place where it should have gone, such as {@code the kernel keyring}
	 * @param size the secret's size in bytes
	 * @param limit the most that the store takes, in bytes
	 */
	public SecretTooLargeException(String place, int size, int limit) {
		super(FailureKind.FAILED,
				"the secret has %,d bytes, and %s takes %,d at the most".formatted(size, place, limit),
				"choose another store with HEADJACK_KEYRING_BACKEND, such as file", null);
		this.size = size;
		this.limit = limit;
	}

	public int size() {
		return this.size;
	}

	public int limit() {
		return this.limit;
	}

}

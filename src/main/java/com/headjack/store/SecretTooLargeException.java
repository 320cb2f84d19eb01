package com.headjack.store;

import org.springframework.util.Assert;

import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;

/**
 * The secret is larger than the store's limit.
 */
public final class SecretTooLargeException extends StoreException {

	private static final long serialVersionUID = 1L;

	private final int size;

	private final int limit;

	SecretTooLargeException(String place, int size, int limit) {
		super(FailureKind.FAILED, "the secret has %,d bytes, but %s takes at most %,d".formatted(size, place, limit),
				"choose another store with HEADJACK_KEYRING_BACKEND, such as file", null);
		this.size = size;
		this.limit = limit;
	}

	/**
	 * Checks the size of a secret.
	 * @param value the secret, which must not be empty
	 * @param place the name of the store for a message, such as {@code the kernel
	 * keyring}
	 * @param limit the largest size in bytes
	 * @throws SecretTooLargeException if the secret is larger
	 * @throws IllegalArgumentException if the secret is empty
	 */
	public static void check(Secret value, String place, int limit) {
		Assert.isTrue(value.size() > 0, "A secret is not empty");
		if (value.size() > limit) {
			throw new SecretTooLargeException(place, value.size(), limit);
		}
	}

	public int size() {
		return this.size;
	}

	public int limit() {
		return this.limit;
	}

}

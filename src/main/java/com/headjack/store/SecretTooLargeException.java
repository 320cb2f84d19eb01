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
		super(FailureKind.FAILED,
				"the secret has %,d bytes, and %s takes %,d at the most".formatted(size, place, limit),
				"choose another store with HEADJACK_KEYRING_BACKEND, such as file", null);
		this.size = size;
		this.limit = limit;
	}

	/**
	 * Refuses what a store does not take.
	 * @param value the secret, which is never empty
	 * @param place where it is to go, such as {@code the kernel keyring}
	 * @param limit the most that the store takes, in bytes
	 * @throws SecretTooLargeException if it is larger
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

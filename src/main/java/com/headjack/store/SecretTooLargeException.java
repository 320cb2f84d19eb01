package com.headjack.store;

import java.util.Locale;

import org.springframework.util.Assert;

import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;

/**
 * The secret is larger than the store's limit.
 */
public final class SecretTooLargeException extends StoreException {

	private static final long serialVersionUID = 1L;

	SecretTooLargeException(String place, int size, int limit) {
		super(FailureKind.FAILED,
				String.format(Locale.ROOT, "the secret has %,d bytes, but %s takes at most %,d", size, place, limit),
				StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE, null);
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

}

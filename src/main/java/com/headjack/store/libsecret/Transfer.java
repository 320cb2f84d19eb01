package com.headjack.store.libsecret;

import java.util.Arrays;

/**
 * The transfer of secrets, as agreed with the keyring program.
 */
sealed interface Transfer permits PlainTransfer, EncryptedTransfer {

	/**
	 * The path of its session on the bus.
	 */
	String path();

	/**
	 * Wraps a secret for transfer.
	 * @param secret the secret; still owned by the caller
	 */
	Wrapped wrap(byte[] secret);

	/**
	 * Unwraps a secret.
	 * @return the secret, which the caller must wipe
	 */
	byte[] unwrap(Wrapped wrapped);

	/**
	 * A secret in transfer.
	 */
	final class Wrapped {

		private final byte[] parameters;

		private final byte[] value;

		/**
		 * Creates a wrapped secret.
		 * @param parameters the parameters to decrypt it with, or empty
		 * @param value the secret, encrypted or not
		 */
		Wrapped(byte[] parameters, byte[] value) {
			this.parameters = parameters;
			this.value = value;
		}

		byte[] parameters() {
			return this.parameters;
		}

		byte[] value() {
			return this.value;
		}

		void wipe() {
			Arrays.fill(this.value, (byte) 0);
		}

	}

}

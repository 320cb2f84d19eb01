package com.headjack.store.libsecret;

import java.util.Arrays;

/**
 * An agreement with the keyring program on how secrets travel.
 */
sealed interface Transfer permits PlainTransfer, EncryptedTransfer {

	/**
	 * The object that stands for it on the bus.
	 */
	String path();

	/**
	 * Makes a secret ready to travel.
	 * @param secret the secret; stays the caller's
	 */
	Wrapped wrap(byte[] secret);

	/**
	 * Takes a secret out again.
	 * @return the secret, to be wiped
	 */
	byte[] unwrap(Wrapped wrapped);

	/**
	 * A secret as it travels.
	 */
	final class Wrapped {

		private final byte[] parameters;

		private final byte[] value;

		/**
		 * Creates a wrapped secret.
		 * @param parameters what is needed to decrypt it, or nothing
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

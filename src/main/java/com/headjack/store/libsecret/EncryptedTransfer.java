package com.headjack.store.libsecret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

import com.headjack.store.SecretCorruptException;

/**
 * Transfers secrets encrypted with the agreed key.
 *
 * @param path the path of its session on the bus
 * @param key the key
 */
record EncryptedTransfer(String path, SecretKey key) implements Transfer {

	static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";

	private static final int BLOCK_SIZE = 16;

	@Override
	public Wrapped wrap(byte[] secret) {
		byte[] vector = new byte[BLOCK_SIZE];
		new SecureRandom().nextBytes(vector);
		try {
			return new Wrapped(vector, cipher(Cipher.ENCRYPT_MODE, vector).doFinal(secret));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES does not work here", ex);
		}
	}

	@Override
	public byte[] unwrap(Wrapped wrapped) {
		try {
			return cipher(Cipher.DECRYPT_MODE, wrapped.parameters()).doFinal(wrapped.value());
		}
		catch (GeneralSecurityException ex) {
			throw new SecretCorruptException("%s sent what cannot be decrypted".formatted(ServiceFailures.PLACE),
					"restart the keyring program and try again");
		}
	}

	private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
		cipher.init(mode, this.key, new IvParameterSpec(vector));
		return cipher;
	}

	@Override
	public String toString() {
		return "EncryptedTransfer";
	}

}

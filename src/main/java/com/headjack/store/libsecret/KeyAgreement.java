package com.headjack.store.libsecret;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Agrees on a key by Diffie-Hellman, in the second Oakley group.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2409#section-6.2">RFC 2409</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
 */
final class KeyAgreement {

	private static final BigInteger PRIME = new BigInteger("""
			FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
			020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
			4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
			EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF""", 16);

	private static final int SIZE = 128;

	private static final int KEY_SIZE = 16;

	private static final int HASH_SIZE = 32;

	private final BigInteger secret;

	private final byte[] publicKey;

	private KeyAgreement(BigInteger secret) {
		this.secret = secret;
		this.publicKey = bytes(BigInteger.TWO.modPow(secret, PRIME));
	}

	/**
	 * Begins an agreement, with a new key pair.
	 */
	static KeyAgreement begin() {
		KeyAgreement agreement;
		do {
			agreement = new KeyAgreement(new BigInteger(SIZE * Byte.SIZE - 1, new SecureRandom()));
		}
		// KWallet reads the number as signed, so its first bit must be 0.
		while (agreement.publicKey[0] <= 0);
		return agreement;
	}

	/**
	 * The public key for the other side.
	 */
	byte[] publicKey() {
		return this.publicKey.clone();
	}

	/**
	 * Derives the shared key.
	 * @param theirs the other side's public key
	 * @return the key, or empty if the shared number begins with a zero byte: KWallet
	 * leaves such bytes out and other programs do not
	 */
	Optional<SecretKey> key(byte[] theirs) {
		BigInteger number = new BigInteger(1, theirs);
		if (number.compareTo(BigInteger.ONE) <= 0 || number.compareTo(PRIME.subtract(BigInteger.ONE)) >= 0) {
			throw ServiceFailures.malformed();
		}
		byte[] shared = bytes(number.modPow(this.secret, PRIME));
		if (shared[0] == 0) {
			return Optional.empty();
		}
		byte[] extracted = hash(new byte[HASH_SIZE], shared);
		byte[] expanded = hash(extracted, new byte[] { 1 });
		try {
			return Optional.of(new SecretKeySpec(expanded, 0, KEY_SIZE, "AES"));
		}
		finally {
			Stream.of(shared, extracted, expanded).forEach((bytes) -> Arrays.fill(bytes, (byte) 0));
		}
	}

	private static byte[] hash(byte[] key, byte[] text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC does not work here", ex);
		}
	}

	private static byte[] bytes(BigInteger number) {
		byte[] signed = number.toByteArray();
		byte[] bytes = new byte[SIZE];
		int length = Math.min(signed.length, SIZE);
		System.arraycopy(signed, signed.length - length, bytes, SIZE - length, length);
		return bytes;
	}

}

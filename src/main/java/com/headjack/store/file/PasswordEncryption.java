package com.headjack.store.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import com.headjack.secret.Secret;
import com.headjack.store.namesake.MalformedItemException;

/**
 * Encrypts text with a password, by PBES2-HS256+A128KW and A256GCM.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.8">RFC 7518</a>
 */
final class PasswordEncryption {

	private static final int SALT_SIZE = 16;

	private static final int CONTENT_KEY_SIZE = 32;

	private static final int WRAPPING_KEY_BITS = 128;

	private final int iterations;

	/**
	 * Creates the encryption.
	 * @param iterations how often the password is hashed for what is encrypted
	 */
	PasswordEncryption(int iterations) {
		this.iterations = iterations;
	}

	/**
	 * Encrypts.
	 * @param plain the text; stays the caller's
	 */
	EncryptedText encrypt(byte[] plain, Secret password) {
		JoseHeader header = JoseHeader.of(this.iterations, bytes(SALT_SIZE));
		byte[] contentKey = bytes(CONTENT_KEY_SIZE);
		byte[] nonce = bytes(EncryptedText.NONCE_SIZE);
		try {
			SecretKeySpec key = new SecretKeySpec(contentKey, "AES");
			Cipher wrapping = Cipher.getInstance("AESWrap");
			wrapping.init(Cipher.WRAP_MODE, wrappingKey(header, password));
			byte[] wrappedKey = wrapping.wrap(key);
			byte[] sealed = gcm(Cipher.ENCRYPT_MODE, key, header, nonce).doFinal(plain);
			return new EncryptedText(header, wrappedKey, nonce, sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES does not work here", ex);
		}
		finally {
			Arrays.fill(contentKey, (byte) 0);
		}
	}

	/**
	 * Decrypts.
	 * @return the text, to be wiped, or empty if the password does not fit
	 * @throws MalformedItemException if what was encrypted has been changed
	 */
	Optional<byte[]> decrypt(EncryptedText encrypted, Secret password) {
		return contentKey(encrypted, password).map((key) -> decrypted(encrypted, key));
	}

	/**
	 * Whether the password fits.
	 */
	boolean opens(EncryptedText encrypted, Secret password) {
		return contentKey(encrypted, password).isPresent();
	}

	private Optional<SecretKey> contentKey(EncryptedText encrypted, Secret password) {
		try {
			Cipher wrapping = Cipher.getInstance("AESWrap");
			wrapping.init(Cipher.UNWRAP_MODE, wrappingKey(encrypted.header(), password));
			return Optional.of((SecretKey) wrapping.unwrap(encrypted.wrappedKey(), "AES", Cipher.SECRET_KEY));
		}
		catch (InvalidKeyException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES does not work here", ex);
		}
	}

	private static byte[] decrypted(EncryptedText encrypted, SecretKey key) {
		try {
			return gcm(Cipher.DECRYPT_MODE, key, encrypted.header(), encrypted.nonce()).doFinal(encrypted.sealed());
		}
		catch (GeneralSecurityException ex) {
			throw new MalformedItemException("it was changed after it was encrypted");
		}
	}

	private static Cipher gcm(int mode, SecretKey key, JoseHeader header, byte[] nonce)
			throws GeneralSecurityException {
		Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
		gcm.init(mode, key, new GCMParameterSpec(EncryptedText.TAG_SIZE * Byte.SIZE, nonce));
		gcm.updateAAD(header.encoded().getBytes(StandardCharsets.US_ASCII));
		return gcm;
	}

	private static SecretKey wrappingKey(JoseHeader header, Secret password) {
		byte[] derived = password.use((utf8) -> derived(header, utf8));
		try {
			return new SecretKeySpec(derived, "AES");
		}
		finally {
			Arrays.fill(derived, (byte) 0);
		}
	}

	private static byte[] derived(JoseHeader header, byte[] password) {
		CharBuffer characters = CharBuffer.allocate(password.length);
		StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(password), characters, true);
		char[] text = Arrays.copyOf(characters.array(), characters.position());
		PBEKeySpec specification = new PBEKeySpec(text, header.derivationSalt(), header.iterations(),
				WRAPPING_KEY_BITS);
		try {
			return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(specification).getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("PBKDF2 does not work here", ex);
		}
		finally {
			specification.clearPassword();
			Arrays.fill(text, '\0');
			Arrays.fill(characters.array(), '\0');
		}
	}

	private static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

}

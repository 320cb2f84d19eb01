package com.headjack.store.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Optional;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;

import com.headjack.secret.Secret;
import com.headjack.store.namesake.MalformedItemException;

/**
 * Encrypts text with a password, by PBES2-HS256+A128KW and A256GCM, to the compact form
 * of a JWE.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.8">RFC 7518</a>
 */
final class PasswordEncryption {

	private static final int SALT_SIZE = 16;

	private final int iterations;

	/**
	 * Creates the encryption.
	 * @param iterations how often to hash the password for encryption
	 */
	PasswordEncryption(int iterations) {
		this.iterations = iterations;
	}

	/**
	 * Encrypts text.
	 * @param plain the text; still owned by the caller
	 * @return the compact form
	 */
	byte[] encrypt(byte[] plain, Secret password) {
		JWEHeader header = new JWEHeader(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM);
		JWEObject text = new JWEObject(header, new Payload(plain));
		return password.use((bytes) -> {
			try {
				text.encrypt(new PasswordBasedEncrypter(text(bytes), SALT_SIZE, this.iterations));
				return text.serialize().getBytes(StandardCharsets.US_ASCII);
			}
			catch (JOSEException ex) {
				throw new IllegalStateException("AES does not work here", ex);
			}
		});
	}

	/**
	 * Decrypts a text.
	 * @param compact the compact form
	 * @return the text, which the caller must wipe, or empty if the password does not fit
	 * @throws MalformedItemException if the input is not a compact form, or has been
	 * changed
	 */
	Optional<byte[]> decrypt(byte[] compact, Secret password) {
		JWEObject text = CompactForm.parse(compact);
		return password.use((bytes) -> decrypted(text, text(bytes)));
	}

	private static Optional<byte[]> decrypted(JWEObject text, byte[] password) {
		try {
			text.decrypt(new PasswordBasedDecrypter(password));
			return Optional.of(text.getPayload().toBytes());
		}
		catch (JOSEException ex) {
			if (ex.getCause() instanceof InvalidKeyException) {
				return Optional.empty();
			}
			throw new MalformedItemException("it was changed after it was encrypted");
		}
	}

	/**
	 * Whether the password decrypts a text.
	 * @throws MalformedItemException as of {@link #decrypt}
	 */
	boolean opens(byte[] compact, Secret password) {
		Optional<byte[]> text = decrypt(compact, password);
		text.ifPresent((bytes) -> Arrays.fill(bytes, (byte) 0));
		return text.isPresent();
	}

	/**
	 * The library decodes a password as UTF-8, and all bytes that are not UTF-8 to one
	 * character. A password with such bytes is taken for ISO-8859-1 instead, behind a
	 * character that no other password has.
	 */
	private static byte[] text(byte[] password) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(password));
			return password;
		}
		catch (CharacterCodingException _) {
			return ('\0' + new String(password, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_8);
		}
	}

}

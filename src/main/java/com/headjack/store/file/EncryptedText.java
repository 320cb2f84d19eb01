package com.headjack.store.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.headjack.store.namesake.MalformedItemException;

/**
 * Encrypted text, with a compact form that is that of a JWE: five parts in base64url with
 * dots between them.
 */
final class EncryptedText {

	static final int NONCE_SIZE = 12;

	static final int TAG_SIZE = 16;

	private static final int WRAPPED_KEY_SIZE = 40;

	private final JoseHeader header;

	private final byte[] wrappedKey;

	private final byte[] nonce;

	private final byte[] sealed;

	/**
	 * Creates an encrypted text.
	 * @param header how the password's key is derived
	 * @param wrappedKey the key of the text, encrypted with the password's key
	 * @param nonce the text's nonce
	 * @param sealed the text, encrypted, and after it the tag that proves it and the
	 * header
	 */
	EncryptedText(JoseHeader header, byte[] wrappedKey, byte[] nonce, byte[] sealed) {
		this.header = header;
		this.wrappedKey = wrappedKey;
		this.nonce = nonce;
		this.sealed = sealed;
	}

	/**
	 * Reads the compact form.
	 * @throws MalformedItemException if it is none, or not in the one way to write it
	 */
	static EncryptedText parse(byte[] compact) {
		String[] parts = new String(compact, StandardCharsets.ISO_8859_1).split("\\.", -1);
		if (parts.length != 5) {
			throw new MalformedItemException("it is not an encrypted item");
		}
		byte[] text = Base64Url.decode(parts[3]);
		byte[] tag = decode(parts[4], TAG_SIZE);
		byte[] sealed = ByteBuffer.allocate(text.length + TAG_SIZE).put(text).put(tag).array();
		return new EncryptedText(JoseHeader.parse(parts[0]), decode(parts[1], WRAPPED_KEY_SIZE),
				decode(parts[2], NONCE_SIZE), sealed);
	}

	private static byte[] decode(String part, int size) {
		byte[] bytes = Base64Url.decode(part);
		if (bytes.length != size) {
			throw new MalformedItemException("it is cut off or damaged");
		}
		return bytes;
	}

	byte[] compact() {
		int end = this.sealed.length - TAG_SIZE;
		return String
			.join(".", this.header.encoded(), Base64Url.encode(this.wrappedKey), Base64Url.encode(this.nonce),
					Base64Url.encode(Arrays.copyOf(this.sealed, end)),
					Base64Url.encode(Arrays.copyOfRange(this.sealed, end, this.sealed.length)))
			.getBytes(StandardCharsets.US_ASCII);
	}

	JoseHeader header() {
		return this.header;
	}

	byte[] wrappedKey() {
		return this.wrappedKey;
	}

	byte[] nonce() {
		return this.nonce;
	}

	byte[] sealed() {
		return this.sealed;
	}

}

package com.headjack.store.windows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.text.Sha256;

/**
 * The header that is stored in place of a secret in parts.
 *
 * @param count the number of parts
 * @param length the secret's size in bytes
 * @param digest the secret's SHA-256, in hexadecimal
 * @param generation distinguishes these parts from those of an earlier secret
 */
record ChunkHeader(int count, int length, String digest, String generation) {

	private static final byte[] MARK = "headjack-parts:".getBytes(StandardCharsets.US_ASCII);

	private static final Pattern TEXT = Pattern
		.compile("headjack-parts:1:(\\d{1,4}):(\\d{1,6}):([0-9a-f]{64}):([0-9a-f]{32})");

	/**
	 * Creates the header for a secret.
	 */
	static ChunkHeader of(byte[] secret, String generation) {
		return new ChunkHeader(count(secret.length), secret.length, Sha256.hex(secret), generation);
	}

	/**
	 * Whether content is a header, even a broken one.
	 */
	static boolean marks(byte[] content) {
		return content.length >= MARK.length && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length);
	}

	/**
	 * Reads a header.
	 * @return the header, or empty if it is broken
	 */
	static Optional<ChunkHeader> parse(byte[] content) {
		if (!marks(content)) {
			return Optional.empty();
		}
		Matcher matcher = TEXT.matcher(new String(content, StandardCharsets.US_ASCII));
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional
			.of(new ChunkHeader(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					matcher.group(3), matcher.group(4)))
			.filter((header) -> header.length > 0 && header.count == count(header.length));
	}

	byte[] bytes() {
		return "headjack-parts:1:%s:%s:%s:%s".formatted(this.count, this.length, this.digest, this.generation)
			.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Whether the joined parts are the secret.
	 */
	boolean describes(byte[] secret) {
		return secret.length == this.length && Sha256.hex(secret).equals(this.digest);
	}

	private static int count(int length) {
		return Math.ceilDiv(length, CredentialBindings.LARGEST_BLOB);
	}

}

package com.headjack.store.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import com.headjack.store.namesake.MalformedItemException;
import com.headjack.store.namesake.StrictJson;

/**
 * The header of an encrypted text: how the password's key is derived.
 */
final class JoseHeader {

	private static final String ALGORITHM = "PBES2-HS256+A128KW";

	private static final String ENCRYPTION = "A256GCM";

	private static final int FEWEST = 1_000;

	private static final int MOST = 1_300_000;

	private static final int SHORTEST_SALT = 8;

	private final String encoded;

	private final int iterations;

	private final byte[] salt;

	private JoseHeader(String encoded, int iterations, byte[] salt) {
		this.encoded = encoded;
		this.iterations = iterations;
		this.salt = salt;
	}

	/**
	 * Makes a header.
	 * @param iterations how often the password is hashed
	 * @param salt what it is hashed with
	 */
	static JoseHeader of(int iterations, byte[] salt) {
		byte[] json = StrictJson.write((generator) -> {
			generator.writeStringProperty("alg", ALGORITHM);
			generator.writeStringProperty("enc", ENCRYPTION);
			generator.writeNumberProperty("p2c", iterations);
			generator.writeStringProperty("p2s", Base64Url.encode(salt));
		});
		return new JoseHeader(Base64Url.encode(json), iterations, salt);
	}

	/**
	 * Reads a header.
	 * @param encoded its JSON in base64url
	 * @throws MalformedItemException if it is none, asks for another algorithm, or for an
	 * unreasonable number of iterations
	 */
	static JoseHeader parse(String encoded) {
		Fields fields = new Fields();
		StrictJson.read(Base64Url.decode(encoded), fields::take);
		return fields.header(encoded);
	}

	/**
	 * The header as it stands in the file.
	 * @return its JSON in base64url
	 */
	String encoded() {
		return this.encoded;
	}

	int iterations() {
		return this.iterations;
	}

	/**
	 * The salt as the key derivation takes it: with the algorithm before it.
	 */
	byte[] derivationSalt() {
		byte[] algorithm = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(algorithm.length + 1 + this.salt.length)
			.put(algorithm)
			.put((byte) 0)
			.put(this.salt)
			.array();
	}

	private static final class Fields {

		private @Nullable String algorithm;

		private @Nullable String encryption;

		private @Nullable String salt;

		private int iterations;

		void take(String name, JsonParser value) {
			switch (name) {
				case "alg" -> this.algorithm = value.getString();
				case "enc" -> this.encryption = value.getString();
				case "p2s" -> this.salt = value.getString();
				case "p2c" -> this.iterations = value.isExpectedNumberIntToken() ? value.getIntValue() : 0;
				case "crit", "zip" -> throw new MalformedItemException("its header asks for '%s'".formatted(name));
				default -> {
				}
			}
		}

		JoseHeader header(String encoded) {
			expect(ALGORITHM.equals(this.algorithm) && ENCRYPTION.equals(this.encryption),
					"its header asks for another algorithm");
			expect(this.iterations >= FEWEST && this.iterations <= MOST,
					"its header asks for a number of iterations below %d or above %d".formatted(FEWEST, MOST));
			byte[] bytes = (this.salt != null) ? Base64Url.decode(this.salt) : new byte[0];
			expect(bytes.length >= SHORTEST_SALT, "its header has no salt");
			return new JoseHeader(encoded, this.iterations, bytes);
		}

		private static void expect(boolean condition, String message) {
			if (!condition) {
				throw new MalformedItemException(message);
			}
		}

	}

}

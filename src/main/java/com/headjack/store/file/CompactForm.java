package com.headjack.store.file;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.jspecify.annotations.Nullable;

import com.headjack.store.namesake.MalformedItemException;

/**
 * Reads the compact form of a JWE, in the variant that the namesake and Headjack write.
 */
final class CompactForm {

	private static final int PARTS = 5;

	private static final long FEWEST_ITERATIONS = 1_000;

	private static final long MOST_ITERATIONS = 1_000_000;

	private static final int SHORTEST_SALT = 8;

	private CompactForm() {
	}

	/**
	 * Reads the compact form.
	 * @throws MalformedItemException if the input is not a JWE, is not in canonical form,
	 * or asks for another algorithm or an unreasonable number of iterations
	 */
	static JWEObject parse(byte[] compact) {
		try {
			Base64URL[] parts = JOSEObject.split(new String(compact, StandardCharsets.ISO_8859_1));
			expect(parts.length == PARTS, "it is not an encrypted item");
			// The library ignores characters outside base64url, and the unused bits at
			// the end.
			expect(Stream.of(parts).allMatch((part) -> Base64URL.encode(part.decode()).equals(part)),
					"it is cut off or damaged");
			requireOurs(JSONObjectUtils.parse(parts[0].decodeToString()));
			return new JWEObject(parts[0], parts[1], parts[2], parts[3], parts[4]);
		}
		catch (ParseException ex) {
			throw new MalformedItemException("it is not an encrypted item");
		}
	}

	// Without an algorithm in the header, the library throws a NullPointerException.
	private static void requireOurs(Map<String, Object> header) {
		expect(JWEAlgorithm.PBES2_HS256_A128KW.getName().equals(header.get("alg"))
				&& EncryptionMethod.A256GCM.getName().equals(header.get("enc")),
				"its header asks for another algorithm");
		expect(Stream.of("zip", "crit").noneMatch(header::containsKey), "its header asks for more than encryption");
		expect(header.get("p2c") instanceof Long iterations && iterations >= FEWEST_ITERATIONS
				&& iterations <= MOST_ITERATIONS,
				"its header asks for a number of iterations below " + FEWEST_ITERATIONS + " or above "
						+ MOST_ITERATIONS);
		expect(isSalt(header.get("p2s")), "its header has no salt");
	}

	private static boolean isSalt(@Nullable Object value) {
		return value instanceof String salt && new Base64URL(salt).decode().length >= SHORTEST_SALT;
	}

	private static void expect(boolean condition, String message) {
		if (!condition) {
			throw new MalformedItemException(message);
		}
	}

}

package com.headjack.store.vault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.store.SecretName;

/**
 * Converts the names of secrets to keys.
 */
final class KeyName {

	private static final Pattern KEPT = Pattern.compile("[A-Za-z0-9_@-]|(?<!\\.)\\.(?!$)");

	private static final Pattern PARTS = Pattern.compile("=([0-9A-F]{2})|([A-Za-z0-9_@.-])");

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private KeyName() {
	}

	/**
	 * The key for a secret. Bytes that a path or an address cannot hold as they are
	 * become {@code =} and two hexadecimal digits.
	 */
	static String of(SecretName name) {
		String text = new String(name.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		Matcher kept = KEPT.matcher(text);
		StringBuilder key = new StringBuilder();
		for (int index = 0; index < text.length(); index++) {
			boolean keep = kept.region(index, text.length()).useTransparentBounds(true).lookingAt();
			key.append(keep ? text.substring(index, index + 1) : "=" + HEX.toHexDigits((byte) text.charAt(index)));
		}
		return key.toString();
	}

	/**
	 * Reads the secret's name from a key.
	 * @return the secret's name, or empty if the key is not one of ours
	 */
	static Optional<SecretName> parse(String key) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Matcher parts = PARTS.matcher(key);
		while (parts.find()) {
			String escaped = parts.group(1);
			bytes.write((escaped != null) ? HexFormat.fromHexDigits(escaped) : key.charAt(parts.start()));
		}
		return SecretName.parse(bytes.toString(StandardCharsets.UTF_8)).filter((name) -> of(name).equals(key));
	}

}

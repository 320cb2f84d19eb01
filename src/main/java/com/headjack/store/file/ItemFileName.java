package com.headjack.store.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.headjack.store.SecretName;

/**
 * Converts the names of secrets to file names.
 */
final class ItemFileName {

	private static final String KEPT = "abcdefghijklmnopqrstuvwxyz0123456789._@-";

	private static final Pattern TEXT = Pattern.compile("(?:[" + KEPT + "]|%[0-9A-F]{2})*");

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private ItemFileName() {
	}

	/**
	 * The file name for a secret. Bytes that a file system may reject, or not distinguish
	 * from others, are percent-encoded.
	 */
	static String of(SecretName name) {
		StringBuilder file = new StringBuilder();
		for (byte value : name.text().getBytes(StandardCharsets.UTF_8)) {
			if (KEPT.indexOf(value) >= 0) {
				file.append((char) value);
			}
			else {
				file.append('%').append(HEX.toHexDigits(value));
			}
		}
		return file.toString();
	}

	/**
	 * Reads the secret's name from a file name.
	 * @return the secret's name, or empty if the file is not one of ours
	 */
	static Optional<SecretName> parse(String file) {
		if (!TEXT.matcher(file).matches()) {
			return Optional.empty();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Matcher parts = Pattern.compile("%(..)|(.)").matcher(file);
		while (parts.find()) {
			String escaped = parts.group(1);
			bytes.write((escaped != null) ? HexFormat.fromHexDigits(escaped) : file.charAt(parts.start()));
		}
		return SecretName.parse(bytes.toString(StandardCharsets.UTF_8)).filter((name) -> of(name).equals(file));
	}

}

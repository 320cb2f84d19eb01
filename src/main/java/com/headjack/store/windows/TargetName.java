package com.headjack.store.windows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

import com.headjack.store.SecretName;

/**
 * Converts the names of secrets to credential names. Windows ignores their case, so
 * everything except lower-case letters, digits, and {@code . _ @ -} is percent-encoded.
 */
final class TargetName {

	static final String PREFIX = "keyring:" + SecretName.SERVICE + ":";

	static final String PART_PREFIX = SecretName.SERVICE + ".part:";

	private static final Pattern ESCAPED = Pattern.compile("(?:[a-z0-9._@-]|%[0-9a-f]{2})+");

	private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789._@-";

	private TargetName() {
	}

	/**
	 * The name of the credential to read first, which is the one of Headjack in Go.
	 */
	static String of(SecretName name) {
		return PREFIX + escape(name.text());
	}

	/**
	 * The beginning of the names of all of a secret's parts.
	 */
	static String parts(SecretName name) {
		return PART_PREFIX + escape(name.text()) + "#";
	}

	/**
	 * The beginning of the names of one generation's parts.
	 */
	static String parts(SecretName name, String generation) {
		return parts(name) + generation + ".";
	}

	/**
	 * Reads the secret's name from a credential name.
	 * @return the secret's name, or empty if the credential is not one of ours
	 */
	static Optional<SecretName> parse(String target) {
		if (!target.startsWith(PREFIX) || !ESCAPED.matcher(target.substring(PREFIX.length())).matches()) {
			return Optional.empty();
		}
		return SecretName.parse(StringUtils.uriDecode(target.substring(PREFIX.length()), StandardCharsets.UTF_8))
			.filter((name) -> of(name).equals(target));
	}

	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		for (byte character : text.getBytes(StandardCharsets.UTF_8)) {
			if (PLAIN.indexOf(character) >= 0) {
				escaped.append((char) character);
			}
			else {
				escaped.append(String.format(Locale.ROOT, "%%%02x", character));
			}
		}
		return escaped.toString();
	}

}

package com.headjack.store.windows;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

import com.headjack.store.SecretName;

/**
 * Under which names Windows keeps a secret. Those have no case, so what is not a
 * lower-case letter, a digit, or one of {@code . _ @ -} is percent-escaped.
 */
final class TargetName {

	static final String PREFIX = "keyring:" + SecretName.SERVICE + ":";

	static final String PART_PREFIX = SecretName.SERVICE + ".part:";

	private static final Pattern ESCAPED = Pattern.compile("(?:[a-z0-9._@-]|%[0-9a-f]{2})+");

	private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789._@-";

	private TargetName() {
	}

	/**
	 * The name of the credential that is read first; it is the one of Headjack in Go.
	 */
	static String of(SecretName name) {
		return PREFIX + escape(name.text());
	}

	/**
	 * What the names of all parts of a secret begin with.
	 */
	static String parts(SecretName name) {
		return PART_PREFIX + escape(name.text()) + "#";
	}

	/**
	 * What the names of the parts of one generation begin with.
	 */
	static String parts(SecretName name, String generation) {
		return parts(name) + generation + ".";
	}

	/**
	 * Reads a name back.
	 * @return the secret's name, or empty if the target is none of ours
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

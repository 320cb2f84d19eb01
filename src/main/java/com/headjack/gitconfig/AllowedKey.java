package com.headjack.gitconfig;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A line of the list of allowed settings.
 *
 * @param key the key, in which {@code <name>} and {@code *} stand for others
 * @param pattern the key as it is written, with a capital letter here and there,
 * {@code <name>} for any subsection, and {@code *} for any last part
 * @param treatment how the value reaches a container
 * @param reason a sentence
 */
record AllowedKey(ConfigurationKey key, String pattern, Treatment treatment, String reason) {

	private static final Pattern LINE = Pattern.compile("(\\S+) \\| (\\w+) \\| (.+)");

	static AllowedKey parse(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("not a line of the list: " + line);
		}
		return new AllowedKey(ConfigurationKey.parse(matcher.group(1)).orElseThrow(), matcher.group(1),
				Treatment.parse(matcher.group(2)), matcher.group(3));
	}

	/**
	 * Whether a key is meant. One that is named in full counts more than one that is not.
	 */
	boolean matches(ConfigurationKey other) {
		return this.key.section().equals(other.section()) && matches(this.key.subsection(), other.subsection())
				&& (this.key.name().equals("*") || this.key.name().equals(other.name()));
	}

	private static boolean matches(@Nullable String wanted, @Nullable String subsection) {
		if (wanted == null || subsection == null) {
			return wanted == null && subsection == null;
		}
		return wanted.equals("<name>") || wanted.equalsIgnoreCase(subsection);
	}

	boolean exact() {
		return !this.pattern.contains("*");
	}

}

package com.headjack.gitconfig;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The key of a setting.
 *
 * @param section its section, in lower case
 * @param subsection its subsection, in which case matters, or {@code null} if it has none
 * @param name its last part, in lower case
 */
record ConfigurationKey(String section, @Nullable String subsection, String name) {

	/**
	 * Parses a key as git lists it.
	 * @param text the key, such as {@code remote.origin.url}
	 * @return the key, or empty if it is none
	 */
	static Optional<ConfigurationKey> parse(String text) {
		int first = text.indexOf('.');
		int last = text.lastIndexOf('.');
		if (first < 1 || last == text.length() - 1) {
			return Optional.empty();
		}
		String subsection = (first < last) ? text.substring(first + 1, last) : null;
		return Optional.of(new ConfigurationKey(text.substring(0, first).toLowerCase(Locale.ROOT), subsection,
				text.substring(last + 1).toLowerCase(Locale.ROOT)));
	}

	ConfigurationKey named(String other) {
		return new ConfigurationKey(this.section, this.subsection, other);
	}

	/**
	 * Whether this is a key of one of a section's subsections.
	 */
	boolean isOf(String wanted, String... names) {
		return this.subsection != null && this.section.equals(wanted) && List.of(names).contains(this.name);
	}

	boolean is(String text) {
		return toString().equals(text);
	}

	@Override
	public String toString() {
		return this.section + "." + ((this.subsection != null) ? this.subsection + "." : "") + this.name;
	}

}

package com.headjack.trust;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The place of a setting, in which {@code *} stands for any text. All values below the
 * place belong to it.
 *
 * @param parts a pattern for each part of the place
 * @param value a pattern for the values that are meant, or {@code null} for any
 */
record KeyPattern(List<Pattern> parts, @Nullable Pattern value) {

	static KeyPattern parse(String text) {
		int equals = text.indexOf('=');
		String place = (equals < 0) ? text : text.substring(0, equals);
		List<Pattern> parts = Arrays.stream(place.split("/"))
			.skip(1)
			.map((part) -> glob(part.replace("~1", "/").replace("~0", "~")))
			.toList();
		return new KeyPattern(parts, (equals < 0) ? null : glob(text.substring(equals + 1)));
	}

	/**
	 * A pattern for a text with {@code *}. Upper and lower case are the same, as they are
	 * for most variables of a proxy.
	 */
	static Pattern glob(String text) {
		return Pattern.compile(
				Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
				Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	}

	boolean matches(Leaf leaf) {
		return leaf.path().size() >= this.parts.size()
				&& (this.value == null || this.value.matcher(leaf.value()).matches())
				&& IntStream.range(0, this.parts.size())
					.allMatch((index) -> this.parts.get(index).matcher(leaf.path().get(index)).matches());
	}

}

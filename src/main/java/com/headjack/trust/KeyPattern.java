package com.headjack.trust;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The place of a setting, in which {@code *} stands for any text. All values below the
 * place belong to it.
 *
 * @param parts a pattern for each part of the place
 * @param value a pattern for the values that are meant, or {@code null} for any
 */
record KeyPattern(List<Glob> parts, @Nullable Glob value) {

	static KeyPattern parse(String text) {
		int equals = text.indexOf('=');
		String place = (equals < 0) ? text : text.substring(0, equals);
		List<Glob> parts = Arrays.stream(place.split("/"))
			.skip(1)
			.map((part) -> Glob.parse(part.replace("~1", "/").replace("~0", "~")))
			.toList();
		return new KeyPattern(parts, (equals < 0) ? null : Glob.parse(text.substring(equals + 1)));
	}

	boolean matches(Leaf leaf) {
		return leaf.path().size() >= this.parts.size()
				&& IntStream.range(0, this.parts.size())
					.allMatch((index) -> this.parts.get(index).matches(leaf.path().get(index)))
				&& (this.value == null || this.value.matches(leaf.value()));
	}

}

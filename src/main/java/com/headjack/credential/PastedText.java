package com.headjack.credential;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A token or key as it comes out of a terminal, which may have broken it into lines or
 * left a part of a web address behind it.
 *
 * @param text the token or key
 * @param removed what was taken out, for a person to read; empty if nothing was
 */
record PastedText(String text, List<String> removed) {

	private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

	/**
	 * Finds the token or key in what was given.
	 * @param pattern what it looks like
	 * @param given what was given
	 * @return the text that fits, with as little taken out as possible, or empty if none
	 * does
	 */
	static Optional<PastedText> find(Pattern pattern, String given) {
		String joined = WHITE_SPACE.matcher(given).replaceAll("");
		return Stream
			.of(new PastedText(given, List.of()), new PastedText(joined, List.of("white space or line breaks")),
					withoutTail(given, List.of()), withoutTail(joined, List.of("white space or line breaks")))
			.filter((candidate) -> pattern.matcher(candidate.text()).matches())
			.findFirst();
	}

	private static PastedText withoutTail(String text, List<String> removed) {
		String head = text.split("#", 2)[0];
		return new PastedText(head, Stream.concat(removed.stream(), Stream.of("what stood behind '#'")).toList());
	}

	@Override
	public String toString() {
		return "PastedText[removed=" + this.removed + "]";
	}

}

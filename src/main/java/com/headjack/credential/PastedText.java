package com.headjack.credential;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A token or key as pasted from a terminal, which may have broken it into lines, or from
 * a web page, which may have appended its state.
 *
 * @param text the token or key
 * @param removed descriptions of the removed text; empty if none was
 */
record PastedText(String text, List<String> removed) {

	private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

	/**
	 * Finds the token or key in the input.
	 * @param pattern the pattern of a token or key
	 * @param given the input
	 * @return the match that removes the least, or empty if there is none
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
		return new PastedText(head, Stream.concat(removed.stream(), Stream.of("everything from '#' on")).toList());
	}

	@Override
	public String toString() {
		return "PastedText[removed=" + this.removed + "]";
	}

}

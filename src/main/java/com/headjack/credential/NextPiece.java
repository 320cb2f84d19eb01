package com.headjack.credential;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what may be the next piece of a key that a terminal broke into lines.
 */
final class NextPiece {

	private static final String PIECE = "((?=[_.+/~-]*[A-Za-z0-9])[A-Za-z0-9_.+/~-]*[A-Za-z0-9_-]=*)";

	private static final String OTHER_LINE = "(?!(?:fi|else|done|esac|end|EOF)[ \\t]*$|[A-Z][A-Z0-9_]*=[ \\t]*$)";

	private static final String END_OF_LINE = "(?:[\"'`\u201c\u201d\u2019\u00bb<].*"
			+ "|[.)\\]},;\\\\]*[ \\t]*(?:(?:#|//).*)?)$";

	private static final String NEXT_LINE = "(?:[ \\t]*|[\\\\=])\\R[ \\t]*" + OTHER_LINE + PIECE + END_OF_LINE;

	private static final String IN_QUOTES = "(?<=[\"'`\u201c\u2018\u201e\u00ab]%s)\\s+" + PIECE
			+ "(?:\\s++[\\w.+/~=-]++)*+\\s*(?:[\"'`\u201c\u201d\u2019\u00bb]|\\z)";

	private NextPiece() {
	}

	/**
	 * Finds the pieces behind a key: alone in the next line, or in the same quotes.
	 * @param key the key
	 * @param text the text that it is in
	 * @return the pieces; empty if something else is behind the key, such as a variable
	 */
	static Stream<String> behind(String key, String text) {
		String quoted = Pattern.quote(key);
		return Stream.of(NEXT_LINE, IN_QUOTES.formatted(quoted))
			.map((behind) -> Pattern.compile("(?m)(?<![A-Za-z0-9])" + quoted + behind))
			.flatMap((pattern) -> pattern.matcher(text).results())
			.map((match) -> match.group(1));
	}

}

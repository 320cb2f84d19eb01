package com.headjack.shell.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list that may be long, of which the first ten items are shown.
 */
final class Bounded {

	private static final int SHOWN = 10;

	private static final int LONGEST = 120;

	private Bounded() {
	}

	/**
	 * The items as lines.
	 * @return the first ten, and a line with the number of the others
	 */
	static List<String> lines(List<String> items) {
		return lines(items, items.size());
	}

	/**
	 * The items as lines, if not all of them are known.
	 * @param known the first of the items
	 * @param count the number of all items
	 */
	static List<String> lines(List<String> known, int count) {
		List<String> shown = known.stream().limit(SHOWN).map(Bounded::shortened).toList();
		int more = count - shown.size();
		return (more > 0) ? Stream.concat(shown.stream(), Stream.of("and " + more + " more")).toList() : shown;
	}

	private static String shortened(String item) {
		return (item.codePointCount(0, item.length()) <= LONGEST) ? item
				: item.substring(0, item.offsetByCodePoints(0, LONGEST)) + "…";
	}

	/**
	 * The items in one line.
	 */
	static String line(List<String> items) {
		return String.join(", ", lines(items));
	}

}

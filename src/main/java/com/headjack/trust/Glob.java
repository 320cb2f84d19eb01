package com.headjack.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text in which {@code *} stands for any text. Upper and lower case are the same, as
 * they are for most variables of a proxy.
 *
 * @param parts the texts between the stars, in lower case
 */
record Glob(List<String> parts) {

	static Glob parse(String text) {
		return new Glob(Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\*", -1)));
	}

	boolean matches(String text) {
		String whole = text.toLowerCase(Locale.ROOT);
		String first = this.parts.getFirst();
		String last = this.parts.getLast();
		if (this.parts.size() == 1) {
			return whole.equals(first);
		}
		return whole.length() >= first.length() + last.length() && whole.startsWith(first) && whole.endsWith(last)
				&& holdsTheOthers(whole.substring(first.length(), whole.length() - last.length()));
	}

	private boolean holdsTheOthers(String text) {
		int at = 0;
		for (String part : this.parts.subList(1, this.parts.size() - 1)) {
			int found = text.indexOf(part, at);
			if (found < 0) {
				return false;
			}
			at = found + part.length();
		}
		return true;
	}

}

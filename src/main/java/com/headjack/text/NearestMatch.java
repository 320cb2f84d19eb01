package com.headjack.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Guesses what a person meant by a word that is not known.
 */
public final class NearestMatch {

	private NearestMatch() {
	}

	/**
	 * Finds the word that is nearest to what was typed.
	 * @param typed what was typed
	 * @param known the words that there are
	 * @return the nearest one by Levenshtein's distance, or empty if none is near
	 */
	public static Optional<String> of(String typed, Collection<String> known) {
		int furthest = Math.max(1, typed.length() / 3) + 1;
		return Optional.of(closest(typed, known)).filter((word) -> distance(typed, word) <= furthest);
	}

	/**
	 * Finds the word that is nearest to what was typed, however far it is.
	 * @param typed what was typed
	 * @param known the words that there are, one at least
	 * @return the nearest one by Levenshtein's distance
	 */
	public static String closest(String typed, Collection<String> known) {
		return known.stream().min(Comparator.comparingInt((word) -> distance(typed, word))).orElseThrow();
	}

	private static int distance(String a, String b) {
		int[] previous = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int[] current = new int[b.length() + 1];
			current[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int replaced = previous[j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[b.length()];
	}

}

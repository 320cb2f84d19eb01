package com.headjack.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the known word that is most similar to a mistyped one.
 */
public final class NearestMatch {

	private NearestMatch() {
	}

	/**
	 * Finds the known word that is nearest to a typed one, if it is near enough.
	 * @param typed the typed word
	 * @param known the known words
	 * @return the nearest word by Levenshtein distance, or empty if none is near
	 */
	public static Optional<String> of(String typed, Collection<String> known) {
		int furthest = Math.max(1, typed.length() / 3) + 1;
		return Optional.of(closest(typed, known)).filter((word) -> distance(typed, word) <= furthest);
	}

	/**
	 * Finds the known word that is nearest to a typed one, at any distance.
	 * @param typed the typed word
	 * @param known the known words, at least one
	 * @return the nearest word by Levenshtein distance
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

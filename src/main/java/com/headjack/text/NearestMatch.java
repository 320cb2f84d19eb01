package com.headjack.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that is most similar to a mistyped one.
 */
public final class NearestMatch {

	/**
	 * A third of a word may be wrong.
	 */
	private static final int SHARE = 3;

	private NearestMatch() {
	}

	/**
	 * Finds the known word that is nearest to a typed one, if it is near enough. Neither
	 * upper case nor the dashes before an option count.
	 * @param typed the typed word
	 * @param known the known words
	 * @return the nearest word by the number of letters to add, leave out, replace or
	 * swap, or empty if none is near
	 */
	public static Optional<String> of(String typed, Collection<String> known) {
		String plain = plain(typed);
		return plain.isEmpty() ? Optional.empty()
				: known.stream()
					.filter((word) -> near(plain, plain(word)))
					.min(Comparator.comparingInt((word) -> distance(plain, plain(word))));
	}

	private static String plain(String word) {
		return word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
	}

	private static boolean near(String typed, String word) {
		int longer = Math.max(typed.length(), word.length());
		return (longer - Math.min(typed.length(), word.length())) * SHARE <= longer
				&& distance(typed, word) * SHARE <= longer;
	}

	/**
	 * The distance of Damerau and Levenshtein, where no part is changed twice.
	 */
	private static int distance(String a, String b) {
		int[][] distances = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : least(distances, a, b, i, j);
			}
		}
		return distances[a.length()][b.length()];
	}

	private static int least(int[][] distances, String a, String b, int i, int j) {
		int replaced = distances[i - 1][j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
		int changed = Math.min(replaced, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(changed, distances[i - 2][j - 2] + 1) : changed;
	}

}

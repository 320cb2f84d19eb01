package com.headjack.settings;

/**
 * Tells how alike two words are.
 */
final class EditDistance {

	private EditDistance() {
	}

	/**
	 * How many characters have to be added, removed or replaced.
	 * @param one a word
	 * @param other another word
	 * @return the number of changes
	 */
	static int between(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int column = 0; column < row.length; column++) {
			row[column] = column;
		}
		for (int index = 1; index <= one.length(); index++) {
			int diagonal = row[0];
			row[0] = index;
			for (int column = 1; column < row.length; column++) {
				int replaced = diagonal + ((one.charAt(index - 1) == other.charAt(column - 1)) ? 0 : 1);
				diagonal = row[column];
				row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
			}
		}
		return row[other.length()];
	}

}

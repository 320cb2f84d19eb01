package com.headjack.text;

/**
 * The characters that a terminal obeys, or does not show.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX
 * #44, "Default_Ignorable_Code_Point"</a>
 */
final class HiddenCharacters {

	/**
	 * First and last of each range of characters that are ignored by default, or blank,
	 * and have a category that says nothing of it.
	 */
	private static final int[][] RANGES = { { 0x034f, 0x034f }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 },
			{ 0x180b, 0x180f }, { 0x2065, 0x2065 }, { 0x2800, 0x2800 }, { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f },
			{ 0xffa0, 0xffa0 }, { 0xfff0, 0xfff8 }, { 0xe0000, 0xe0fff } };

	private static final int NO_CHARACTERS = 0xfffe;

	private HiddenCharacters() {
	}

	static boolean contains(int character) {
		if (character >= ' ' && character < 0x7f) {
			return false;
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				true;
			default -> (character & NO_CHARACTERS) == NO_CHARACTERS || listed(character);
		};
	}

	private static boolean listed(int character) {
		for (int[] range : RANGES) {
			if (character >= range[0] && character <= range[1]) {
				return true;
			}
		}
		return false;
	}

}

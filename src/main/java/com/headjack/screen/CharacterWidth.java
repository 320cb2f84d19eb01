package com.headjack.screen;

import org.jline.utils.WCWidth;

/**
 * The widths of characters in columns.
 */
final class CharacterWidth {

	/**
	 * The width of a character that is not shown.
	 */
	static final int NONE = -1;

	private static final int JOINER = 0x200d;

	private static final int NON_JOINER = 0x200c;

	private CharacterWidth() {
	}

	/**
	 * Returns the width of a character.
	 * @return 1 or 2, 0 for a mark on the character before it, or {@link #NONE}
	 */
	static int of(int character) {
		if (character >= ' ' && character < 0x7f) {
			return 1;
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				NONE;
			// Some of these reverse the direction of the following text.
			case Character.FORMAT -> joins(character) ? 0 : NONE;
			default -> Math.max(0, WCWidth.wcwidth(character));
		};
	}

	private static boolean joins(int character) {
		return character == JOINER || character == NON_JOINER;
	}

	/**
	 * Whether a character joins the next one to those before it.
	 */
	static boolean joinsNext(int character) {
		return character == JOINER;
	}

}

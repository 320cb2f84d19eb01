package com.headjack.screen;

import org.jline.utils.WCWidth;

/**
 * How many columns characters take, and which of them are none to be shown.
 */
final class CharacterWidth {

	/**
	 * Of a character that is not shown at all.
	 */
	static final int NONE = -1;

	private static final int JOINER = 0x200d;

	private static final int NON_JOINER = 0x200c;

	private CharacterWidth() {
	}

	/**
	 * The columns of a character.
	 * @return 1 or 2, 0 for what changes the character before it, or {@link #NONE}
	 */
	static int of(int character) {
		if (character >= ' ' && character < 0x7f) {
			return 1;
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				NONE;
			// Some of these turn the direction of the text that follows.
			case Character.FORMAT -> joins(character) ? 0 : NONE;
			default -> Math.max(0, WCWidth.wcwidth(character));
		};
	}

	private static boolean joins(int character) {
		return character == JOINER || character == NON_JOINER;
	}

	/**
	 * Whether the next character is drawn as one with those before it.
	 */
	static boolean joinsNext(int character) {
		return character == JOINER;
	}

}

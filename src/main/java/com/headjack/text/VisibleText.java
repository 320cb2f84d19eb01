package com.headjack.text;

import java.util.HexFormat;

/**
 * Text of unknown origin, with every character escaped that a terminal obeys or hides:
 * control characters, overrides of the writing direction, characters without a width, and
 * what is no character.
 */
public final class VisibleText {

	/**
	 * The last 128 unpaired surrogates of the second kind stand for bytes that are not
	 * UTF-8.
	 */
	private static final int BYTES = 0xdc80;

	private static final int LAST_BYTE = 0xdcff;

	private static final int LAST_ASCII = 0x7f;

	private static final HexFormat HEX = HexFormat.of();

	private VisibleText() {
	}

	/**
	 * Makes a text visible in one line.
	 * @param text the text
	 * @return the text, with line ends and tabs escaped too
	 */
	public static String line(String text) {
		return escaped(text, "");
	}

	/**
	 * Makes a text of several lines visible.
	 * @param text the text
	 * @return the text with its line ends, those of Windows as {@code \n}, and its tabs
	 */
	public static String lines(String text) {
		return escaped(text.replace("\r\n", "\n"), "\n\t");
	}

	/**
	 * Makes JSON visible, by JSON's own escapes.
	 * @param json a JSON document
	 * @return the same document in other words
	 */
	public static String json(String json) {
		StringBuilder result = new StringBuilder(json.length());
		json.codePoints().forEach((character) -> {
			if (character >= ' ' && HiddenCharacters.contains(character)) {
				for (char unit : Character.toChars(character)) {
					result.append("\\u").append(HEX.toHexDigits(unit));
				}
			}
			else {
				result.appendCodePoint(character);
			}
		});
		return result.toString();
	}

	/**
	 * Returns whether a terminal shows a text as it is.
	 * @param text the text
	 * @return whether nothing in it has to be escaped
	 */
	public static boolean isPlain(String text) {
		return text.codePoints().noneMatch(HiddenCharacters::contains);
	}

	private static String escaped(String text, String kept) {
		if (isPlain(text)) {
			return text;
		}
		StringBuilder result = new StringBuilder();
		text.codePoints().forEach((character) -> {
			if (HiddenCharacters.contains(character) && kept.indexOf(character) < 0) {
				result.append(escape(character));
			}
			else {
				result.appendCodePoint(character);
			}
		});
		return result.toString();
	}

	/**
	 * Returns how a character is written in a {@code $'…'} string of a shell.
	 */
	static String escape(int character) {
		return switch (character) {
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			default -> numbered(character);
		};
	}

	private static String numbered(int character) {
		if (character <= LAST_ASCII || (character >= BYTES && character <= LAST_BYTE)) {
			return "\\x" + HEX.toHexDigits((byte) character);
		}
		return Character.isBmpCodePoint(character) ? "\\u" + HEX.toHexDigits((char) character)
				: "\\U" + HEX.toHexDigits(character);
	}

}

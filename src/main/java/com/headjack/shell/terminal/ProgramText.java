package com.headjack.shell.terminal;

/**
 * The characters beyond ASCII that a program in a container may show. Those that hide or
 * reorder other text, and that no language needs, are left out. The marks for one
 * letter's direction (U+200E, U+200F, U+061C) and the joiners (U+200C, U+200D) stay.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing">UTR
 * #36, "Bidirectional Text Spoofing"</a>
 */
final class ProgramText {

	/**
	 * First and last of each range: control characters; the space without a width;
	 * overrides and embeddings of the writing direction; invisible operators, isolates
	 * and deprecated format characters; the byte order mark; annotations; tags.
	 */
	private static final int[][] LEFT_OUT = { { 0x80, 0x9f }, { 0x200b, 0x200b }, { 0x202a, 0x202e },
			{ 0x2060, 0x206f }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb }, { 0xe0000, 0xe007f } };

	private ProgramText() {
	}

	static boolean allows(int character) {
		for (int[] range : LEFT_OUT) {
			if (character >= range[0] && character <= range[1]) {
				return false;
			}
		}
		return true;
	}

}

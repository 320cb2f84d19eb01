package com.headjack.screen;

/**
 * The selected character set: letters, or the DEC special graphics of the VT100, which
 * draw frames.
 *
 * @see <a href="https://vt100.net/docs/vt100-ug/chapter3.html">VT100 User Guide</a>
 */
final class CharacterSets {

	private static final int FIRST = '`';

	private static final String GRAPHICS = "\u25c6\u2592\u2409\u240c\u240d\u240a\u00b0\u00b1\u2424\u240b\u2518\u2510\u250c\u2514\u253c"
			+ "\u23ba\u23bb\u2500\u23bc\u23bd\u251c\u2524\u2534\u252c\u2502\u2264\u2265\u03c0\u2260\u00a3\u00b7";

	private final boolean[] graphics = new boolean[2];

	private int current;

	void select(int set) {
		this.current = set;
	}

	void designate(int set, int name) {
		this.graphics[set] = name == '0';
	}

	void reset() {
		this.current = 0;
		this.graphics[0] = false;
		this.graphics[1] = false;
	}

	boolean plain() {
		return !this.graphics[this.current];
	}

	int translate(int character) {
		int index = character - FIRST;
		return (!plain() && index >= 0 && index < GRAPHICS.length()) ? GRAPHICS.charAt(index) : character;
	}

}

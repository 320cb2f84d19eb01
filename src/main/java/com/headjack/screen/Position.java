package com.headjack.screen;

/**
 * A position on a screen, counted from 0.
 */
record Position(int row, int column) {

	static final Position HOME = new Position(0, 0);

}

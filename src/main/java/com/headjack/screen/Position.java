package com.headjack.screen;

/**
 * A place on a screen, counted from zero.
 *
 * @param row the row
 * @param column the column
 */
record Position(int row, int column) {

	static final Position HOME = new Position(0, 0);

}

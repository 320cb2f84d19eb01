package com.headjack.screen;

/**
 * The cursor of a page.
 */
final class Cursor {

	private static final int TAB = 8;

	private Page page;

	private int columns;

	private int row;

	/**
	 * The number of columns, one past the last, if the next character belongs in the next
	 * row.
	 */
	private int column;

	private boolean relative;

	Cursor(Page page, int columns) {
		this.page = page;
		this.columns = columns;
	}

	int row() {
		return this.row;
	}

	int column() {
		return this.column;
	}

	Position position() {
		return new Position(this.row, this.column);
	}

	/**
	 * Returns the cursor's row.
	 */
	Row line() {
		return this.page.row(this.row);
	}

	boolean inRegion() {
		return this.row >= this.page.top() && this.row <= this.page.bottom();
	}

	void enter(Page page, Position position) {
		this.page = page;
		place(position.row(), position.column());
	}

	/**
	 * Adjusts the position to a new size of the page.
	 * @param moved the number of rows by which the content moved down
	 */
	void resize(int columns, int moved) {
		this.columns = columns;
		place(this.row + moved, this.column);
	}

	/**
	 * Moves right past the characters just written.
	 */
	void advance(int width) {
		this.column += width;
	}

	void lineFeed() {
		this.column = Math.min(this.column, this.columns - 1);
		if (this.row == this.page.bottom()) {
			this.page.scrollUp(1);
		}
		else {
			this.row = Math.min(this.row + 1, this.page.height() - 1);
		}
	}

	void reverseLineFeed() {
		raise(true);
		if (this.row == this.page.top()) {
			this.page.insert(this.row, 1);
		}
		else {
			this.row = Math.max(0, this.row - 1);
		}
	}

	void carriageReturn() {
		this.column = 0;
	}

	/**
	 * Moves by tab stops.
	 * @param count how many to the right, or to the left if negative
	 */
	void tab(int count) {
		int column = Math.min(this.column, this.columns - 1);
		int stop = (count > 0) ? column / TAB : Math.ceilDiv(column, TAB);
		toColumn((stop + count) * TAB);
	}

	/**
	 * Moves to a row and a column, relative to the scrolling region in origin mode.
	 */
	void go(int row, int column) {
		toRow(row);
		toColumn(column);
	}

	void toRow(int row) {
		int target = this.relative ? Math.clamp(row + this.page.top(), this.page.top(), this.page.bottom()) : row;
		raise(target < this.row);
		place(target, this.column);
	}

	void toColumn(int column) {
		place(this.row, column);
	}

	void up(int count) {
		int limit = (this.row >= this.page.top()) ? this.page.top() : 0;
		raise(this.row > limit);
		place(Math.max(limit, this.row - count), this.column);
	}

	void down(int count) {
		int limit = (this.row <= this.page.bottom()) ? this.page.bottom() : this.page.height() - 1;
		place(Math.min(limit, this.row + count), this.column);
	}

	void right(int count) {
		place(this.row, Math.min(this.column, this.columns - 1) + count);
	}

	void save() {
		this.page.save(position());
	}

	void restore() {
		Position saved = this.page.saved();
		raise(saved.row() < this.row);
		place(saved.row(), saved.column());
	}

	void countFromRegion(boolean on) {
		this.relative = on;
		go(0, 0);
	}

	private void raise(boolean up) {
		if (up) {
			this.page.raise();
		}
	}

	private void place(int row, int column) {
		this.row = Math.clamp(row, 0, this.page.height() - 1);
		this.column = Math.clamp(column, 0, this.columns - 1);
	}

}

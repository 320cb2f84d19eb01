package com.headjack.screen;

import java.util.List;

/**
 * A terminal's screen: where the cursor is, and what stands in the rows.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences</a>
 */
final class Screen {

	/**
	 * So that what a container wrote needs no more memory than this many rows and
	 * columns.
	 */
	private static final int LARGEST = 1000;

	private static final int TAB = 8;

	private final History history;

	private final CharacterSets sets = new CharacterSets();

	private final Page main;

	private Page alternate;

	private Page page;

	private int columns;

	private int row;

	/**
	 * Behind the last one when the next character belongs in the next row.
	 */
	private int column;

	private int last = ' ';

	private boolean inserting;

	private boolean wrapping = true;

	private boolean relative;

	private boolean raised;

	Screen(int rows, int columns, History history) {
		this.history = history;
		this.columns = bounded(columns, 2);
		this.main = new Page(bounded(rows, 1), history::push, history::pull);
		this.alternate = Page.forgetful(this.main.height());
		this.page = this.main;
	}

	private static int bounded(int size, int least) {
		return Math.clamp(size, least, LARGEST);
	}

	/**
	 * The rows of the main screen.
	 */
	List<Row> rows() {
		return this.main.rows();
	}

	/**
	 * The rows of the alternate screen, or none if it is not shown.
	 */
	List<Row> alternateRows() {
		return alternating() ? this.alternate.rows() : List.of();
	}

	boolean alternating() {
		return this.page == this.alternate;
	}

	int row() {
		return this.row;
	}

	/**
	 * Whether the cursor has gone up since this was last asked for: what is above it may
	 * be written anew.
	 */
	boolean raised() {
		return this.raised;
	}

	void settle() {
		this.raised = false;
	}

	CharacterSets sets() {
		return this.sets;
	}

	void resize(int rows, int columns) {
		int height = bounded(rows, 1);
		this.columns = bounded(columns, 2);
		int mainCursor = alternating() ? this.main.saved().row() : this.row;
		int moved = this.main.resize(height, mainCursor);
		int alternateMoved = this.alternate.resize(height, alternating() ? this.row : 0);
		place(this.row + (alternating() ? alternateMoved : moved), this.column);
	}

	/**
	 * Writes characters of ASCII, none of them a control character.
	 */
	void print(byte[] ascii, int offset, int count) {
		if (this.inserting || !this.sets.plain() || this.page.row(this.row).joins(this.column)) {
			for (int i = offset; i < offset + count; i++) {
				print(ascii[i]);
			}
			return;
		}
		int done = 0;
		while (done < count) {
			Row target = room(1);
			int part = Math.min(count - done, this.columns - this.column);
			target.put(this.column, ascii, offset + done, part);
			this.column += part;
			done += part;
		}
		this.last = ascii[offset + count - 1];
	}

	void print(int character) {
		int width = CharacterWidth.of(character);
		if (width == CharacterWidth.NONE) {
			return;
		}
		if (width == 0 || this.page.row(this.row).joins(this.column)) {
			this.page.row(this.row).mark(this.column, character);
			return;
		}
		Row target = room(width);
		if (this.inserting) {
			target.insert(this.column, width, this.columns);
		}
		target.put(this.column, this.sets.translate(character), width);
		this.column += width;
		this.last = character;
	}

	/**
	 * The row that has room for a character, with the cursor where it belongs.
	 */
	private Row room(int width) {
		boolean full = this.column + width > this.columns;
		if (full && this.wrapping) {
			this.page.row(this.row).goOn();
			lineFeed();
			this.column = 0;
		}
		else if (full) {
			this.column = this.columns - width;
		}
		Row target = this.page.row(this.row);
		if (this.column == 0) {
			target.follow(full);
		}
		return target;
	}

	void repeat(int count) {
		for (int i = Math.min(count, this.columns - this.column); i > 0; i--) {
			print(this.last);
		}
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

	void tab(int count) {
		toColumn((Math.min(this.column, this.columns - 1) / TAB + count) * TAB);
	}

	/**
	 * Goes to a row and a column, as a program counts them.
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

	private void raise(boolean up) {
		this.raised |= up && !alternating();
	}

	private void place(int row, int column) {
		this.row = Math.clamp(row, 0, this.page.height() - 1);
		this.column = Math.clamp(column, 0, this.columns - 1);
	}

	void save() {
		this.page.save(position());
	}

	void restore() {
		Position saved = this.page.saved();
		raise(saved.row() < this.row);
		place(saved.row(), saved.column());
	}

	void eraseBelow() {
		this.page.row(this.row).erase(this.column, Integer.MAX_VALUE);
		this.page.erase(this.row + 1, this.page.height());
	}

	void eraseAbove() {
		this.page.erase(0, this.row);
		eraseLeft();
	}

	void eraseAll() {
		this.page.erase(0, this.page.height());
	}

	void eraseRight() {
		this.page.row(this.row).erase(this.column, Integer.MAX_VALUE);
	}

	void eraseLeft() {
		this.page.row(this.row).erase(0, this.column + 1);
	}

	void eraseLine() {
		this.page.row(this.row).erase(0, Integer.MAX_VALUE);
	}

	void erase(int count) {
		this.page.row(this.row).erase(this.column, this.column + count);
	}

	void insertCharacters(int count) {
		this.page.row(this.row).insert(this.column, count, this.columns);
	}

	void deleteCharacters(int count) {
		this.page.row(this.row).delete(this.column, count);
	}

	void insertRows(int count) {
		if (inRegion()) {
			this.page.insert(this.row, count);
			this.column = 0;
		}
	}

	void deleteRows(int count) {
		if (inRegion()) {
			this.page.delete(this.row, count);
			this.column = 0;
		}
	}

	private boolean inRegion() {
		return this.row >= this.page.top() && this.row <= this.page.bottom();
	}

	void scrollUp(int count) {
		this.page.scrollUp(count);
	}

	void scrollDown(int count) {
		this.page.insert(this.page.top(), count);
	}

	void region(int first, int last) {
		int bottom = Math.min(last, this.page.height() - 1);
		if (first < bottom) {
			this.page.setRegion(first, bottom);
			go(0, 0);
		}
	}

	void insert(boolean on) {
		this.inserting = on;
	}

	void wrap(boolean on) {
		this.wrapping = on;
	}

	void countFromRegion(boolean on) {
		this.relative = on;
		go(0, 0);
	}

	/**
	 * Goes to the alternate screen, which is blank then, or back to the main one.
	 * @param withCursor whether the cursor comes back to where it was
	 */
	void alternate(boolean on, boolean withCursor) {
		if (on == alternating()) {
			return;
		}
		if (on) {
			this.main.save(withCursor ? position() : this.main.saved());
			this.alternate = Page.forgetful(this.main.height());
		}
		this.page = on ? this.alternate : this.main;
		Position next = (!on && withCursor) ? this.main.saved() : position();
		place(next.row(), next.column());
	}

	private Position position() {
		return new Position(this.row, this.column);
	}

	void reset() {
		alternate(false, false);
		this.sets.reset();
		this.inserting = false;
		this.wrapping = true;
		this.relative = false;
		this.page.setRegion(0, this.page.height() - 1);
		go(0, 0);
		eraseAll();
	}

	/**
	 * Forgets all that was drawn.
	 */
	void forget() {
		this.history.clear();
		eraseAll();
	}

}

package com.headjack.screen;

import java.util.List;

/**
 * The screen of a terminal.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control
 * Sequences</a>
 */
final class Screen {

	/**
	 * The largest number of rows and of columns, which bounds the memory that a
	 * container's output can take.
	 */
	private static final int LARGEST = 1000;

	private final History history;

	private final CharacterSets sets = new CharacterSets();

	private final Page main;

	private Page alternate;

	private Page page;

	private int columns;

	private final Cursor cursor;

	private int last = ' ';

	private boolean inserting;

	private boolean wrapping = true;

	Screen(int rows, int columns, History history) {
		this.history = history;
		this.columns = bounded(columns, 2);
		this.main = new Page(bounded(rows, 1), history::push, history::pull);
		this.alternate = Page.forgetful(this.main.height());
		this.page = this.main;
		this.cursor = new Cursor(this.main, this.columns);
	}

	private static int bounded(int size, int least) {
		return Math.clamp(size, least, LARGEST);
	}

	/**
	 * Returns the rows of the main screen.
	 */
	List<Row> rows() {
		return this.main.rows();
	}

	/**
	 * Returns the rows of the alternate screen, or none if it is not shown.
	 */
	List<Row> alternateRows() {
		return alternating() ? this.alternate.rows() : List.of();
	}

	boolean alternating() {
		return this.page == this.alternate;
	}

	/**
	 * Whether the cursor has moved up in the main screen since {@link #settle()}, so that
	 * the program may rewrite the rows above it.
	 */
	boolean raised() {
		return this.main.raised();
	}

	void settle() {
		this.main.settle();
	}

	Cursor cursor() {
		return this.cursor;
	}

	CharacterSets sets() {
		return this.sets;
	}

	void resize(int rows, int columns) {
		int height = bounded(rows, 1);
		this.columns = bounded(columns, 2);
		int mainCursor = alternating() ? this.main.saved().row() : this.cursor.row();
		int moved = this.main.resize(height, mainCursor);
		int alternateMoved = this.alternate.resize(height, alternating() ? this.cursor.row() : 0);
		this.cursor.resize(this.columns, alternating() ? alternateMoved : moved);
	}

	/**
	 * Writes ASCII characters that are not control characters.
	 */
	void print(byte[] ascii, int offset, int count) {
		if (this.inserting || !this.sets.plain() || this.cursor.line().joins(this.cursor.column())) {
			for (int i = offset; i < offset + count; i++) {
				print(ascii[i]);
			}
			return;
		}
		int done = 0;
		while (done < count) {
			Row target = room(1);
			int part = Math.min(count - done, this.columns - this.cursor.column());
			target.put(this.cursor.column(), ascii, offset + done, part);
			this.cursor.advance(part);
			done += part;
		}
		this.last = ascii[offset + count - 1];
	}

	void print(int character) {
		int width = CharacterWidth.of(character);
		if (width == CharacterWidth.NONE) {
			return;
		}
		if (width == 0 || this.cursor.line().joins(this.cursor.column())) {
			this.cursor.line().mark(this.cursor.column(), character);
			return;
		}
		Row target = room(width);
		if (this.inserting) {
			target.insert(this.cursor.column(), width, this.columns);
		}
		target.put(this.cursor.column(), this.sets.translate(character), width);
		this.cursor.advance(width);
		this.last = character;
	}

	/**
	 * Returns the row that has room for a character, after wrapping the line if
	 * necessary.
	 */
	private Row room(int width) {
		boolean full = this.cursor.column() + width > this.columns;
		if (full && this.wrapping) {
			this.cursor.line().goOn();
			this.cursor.lineFeed();
			this.cursor.carriageReturn();
		}
		else if (full) {
			this.cursor.toColumn(this.columns - width);
		}
		Row target = this.cursor.line();
		if (this.cursor.column() == 0) {
			target.follow(full);
		}
		return target;
	}

	void repeat(int count) {
		for (int i = Math.min(count, this.columns - this.cursor.column()); i > 0; i--) {
			print(this.last);
		}
	}

	void eraseBelow() {
		this.cursor.line().erase(this.cursor.column(), Integer.MAX_VALUE);
		this.page.erase(this.cursor.row() + 1, this.page.height());
	}

	void eraseAbove() {
		this.page.erase(0, this.cursor.row());
		eraseLeft();
	}

	void eraseAll() {
		this.page.erase(0, this.page.height());
	}

	void eraseRight() {
		this.cursor.line().erase(this.cursor.column(), Integer.MAX_VALUE);
	}

	void eraseLeft() {
		this.cursor.line().erase(0, this.cursor.column() + 1);
	}

	void eraseLine() {
		this.cursor.line().erase(0, Integer.MAX_VALUE);
	}

	void erase(int count) {
		this.cursor.line().erase(this.cursor.column(), this.cursor.column() + count);
	}

	void insertCharacters(int count) {
		this.cursor.line().insert(this.cursor.column(), count, this.columns);
	}

	void deleteCharacters(int count) {
		this.cursor.line().delete(this.cursor.column(), count);
	}

	void insertRows(int count) {
		if (this.cursor.inRegion()) {
			this.page.insert(this.cursor.row(), count);
			this.cursor.carriageReturn();
		}
	}

	void deleteRows(int count) {
		if (this.cursor.inRegion()) {
			this.page.delete(this.cursor.row(), count);
			this.cursor.carriageReturn();
		}
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
			this.cursor.go(0, 0);
		}
	}

	void insert(boolean on) {
		this.inserting = on;
	}

	void wrap(boolean on) {
		this.wrapping = on;
	}

	/**
	 * Switches to the alternate screen, which is then blank, or back to the main screen.
	 * @param withCursor whether to save or restore the cursor
	 */
	void alternate(boolean on, boolean withCursor) {
		if (on == alternating()) {
			return;
		}
		Position position = this.cursor.position();
		if (on) {
			this.main.save(withCursor ? position : this.main.saved());
			this.alternate = Page.forgetful(this.main.height());
		}
		this.page = on ? this.alternate : this.main;
		this.cursor.enter(this.page, (!on && withCursor) ? this.main.saved() : position);
	}

	void reset() {
		alternate(false, false);
		this.sets.reset();
		this.inserting = false;
		this.wrapping = true;
		this.page.setRegion(0, this.page.height() - 1);
		this.cursor.countFromRegion(false);
		eraseAll();
	}

	/**
	 * Erases the screen and the history.
	 */
	void forget() {
		this.history.clear();
		eraseAll();
	}

}

package com.headjack.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The rows of a screen, with a scrolling region.
 */
final class Page {

	private final List<Row> rows = new ArrayList<>();

	private final Consumer<Row> above;

	private final Supplier<Optional<Row>> returning;

	private int top;

	private int bottom;

	private Position saved = Position.HOME;

	private boolean raised;

	/**
	 * Creates a page of blank rows.
	 * @param above takes the rows that scroll off the top
	 * @param returning returns the row that scrolled off last
	 */
	Page(int height, Consumer<Row> above, Supplier<Optional<Row>> returning) {
		this.above = above;
		this.returning = returning;
		while (this.rows.size() < height) {
			this.rows.add(new Row());
		}
		setRegion(0, height - 1);
	}

	/**
	 * Creates a page that discards the rows that scroll off.
	 */
	static Page forgetful(int height) {
		return new Page(height, (_) -> {
		}, Optional::empty);
	}

	int height() {
		return this.rows.size();
	}

	Row row(int index) {
		return this.rows.get(index);
	}

	List<Row> rows() {
		return this.rows;
	}

	int top() {
		return this.top;
	}

	int bottom() {
		return this.bottom;
	}

	void setRegion(int first, int last) {
		this.top = first;
		this.bottom = last;
	}

	void save(Position position) {
		this.saved = position;
	}

	Position saved() {
		return this.saved;
	}

	/**
	 * Notes that the cursor has moved up.
	 */
	void raise() {
		this.raised = true;
	}

	boolean raised() {
		return this.raised;
	}

	void settle() {
		this.raised = false;
	}

	/**
	 * Scrolls the region up. Rows that leave the page at its top go to the history.
	 */
	void scrollUp(int count) {
		for (int i = 0; i < Math.min(count, this.bottom - this.top + 1); i++) {
			Row row = this.rows.remove(this.top);
			this.rows.add(this.bottom, new Row());
			if (this.top == 0) {
				this.above.accept(row);
			}
		}
	}

	/**
	 * Deletes rows of the region; those below them move up.
	 */
	void delete(int from, int count) {
		for (int i = 0; i < Math.min(count, this.bottom - from + 1); i++) {
			this.rows.remove(from);
			this.rows.add(this.bottom, new Row());
		}
	}

	/**
	 * Inserts blank rows into the region; those below them move down.
	 */
	void insert(int from, int count) {
		for (int i = 0; i < Math.min(count, this.bottom - from + 1); i++) {
			this.rows.remove(this.bottom);
			this.rows.add(from, new Row());
		}
	}

	void erase(int from, int to) {
		for (int i = from; i < to; i++) {
			this.rows.get(i).erase(0, Integer.MAX_VALUE);
			this.rows.get(i).follow(false);
		}
	}

	/**
	 * Changes the height. Blank rows below the cursor go first, and the topmost rows
	 * scroll off; rows of the history return when there is room.
	 * @return the number of rows by which the content moved down
	 */
	int resize(int height, int cursor) {
		while (height() > height && height() - 1 > cursor && this.rows.getLast().isBlank()) {
			this.rows.removeLast();
		}
		int moved = 0;
		while (height() > height) {
			this.above.accept(this.rows.removeFirst());
			moved--;
		}
		while (height() < height) {
			Optional<Row> back = this.returning.get();
			back.ifPresent(this.rows::addFirst);
			if (back.isEmpty()) {
				this.rows.addLast(new Row());
			}
			moved += back.isPresent() ? 1 : 0;
		}
		setRegion(0, height - 1);
		this.saved = new Position(Math.max(0, this.saved.row() + moved), this.saved.column());
		return moved;
	}

}

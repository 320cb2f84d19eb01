package com.headjack.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The rows that a screen shows, a region of which scrolls.
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
	 * Makes a page of blank rows.
	 * @param above takes what scrolls off
	 * @param returning gives back what scrolled off last
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
	 * A page that forgets what scrolls off.
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
	 * Tells that the cursor has gone up.
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
	 * Scrolls the region up; what leaves the page at its top is above it from then on.
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
	 * Takes rows out of the region; those below them move up.
	 */
	void delete(int from, int count) {
		for (int i = 0; i < Math.min(count, this.bottom - from + 1); i++) {
			this.rows.remove(from);
			this.rows.add(this.bottom, new Row());
		}
	}

	/**
	 * Puts blank rows into the region; those below them move down.
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
	 * Changes the height: what is blank below the cursor goes first, what has no more
	 * room scrolls off, and comes back when there is room.
	 * @return by how many rows what is there moved down
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

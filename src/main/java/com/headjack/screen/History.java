package com.headjack.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows that scrolled off a screen last. They return when the screen grows.
 */
final class History implements Iterable<Row> {

	/**
	 * The number of rows by which terminals may grow.
	 */
	private static final int KEPT = 200;

	private final Deque<Row> rows = new ArrayDeque<>();

	private final Consumer<Row> leaving;

	/**
	 * Creates an empty history.
	 * @param leaving takes the rows that are too old to return
	 */
	History(Consumer<Row> leaving) {
		this.leaving = leaving;
	}

	void push(Row row) {
		this.rows.addLast(row);
		if (this.rows.size() > KEPT) {
			this.leaving.accept(this.rows.removeFirst());
		}
	}

	Optional<Row> pull() {
		return Optional.ofNullable(this.rows.pollLast());
	}

	void clear() {
		this.rows.clear();
	}

	@Override
	public Iterator<Row> iterator() {
		return this.rows.iterator();
	}

}

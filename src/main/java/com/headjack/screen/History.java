package com.headjack.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows that scrolled off a screen last: they come back when it grows.
 */
final class History implements Iterable<Row> {

	/**
	 * By as many rows terminals grow.
	 */
	private static final int KEPT = 200;

	private final Deque<Row> rows = new ArrayDeque<>();

	private final Consumer<Row> leaving;

	/**
	 * Begins a history.
	 * @param leaving takes the rows that come back no more
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

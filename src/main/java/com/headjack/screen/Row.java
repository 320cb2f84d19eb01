package com.headjack.screen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row of a screen.
 */
final class Row {

	/**
	 * A column that nothing was written to.
	 */
	private static final int BLANK = 0;

	/**
	 * The second column of a wide character.
	 */
	private static final int REST = -1;

	/**
	 * More marks than any script puts on one character.
	 */
	private static final int MOST_MARKS = 16;

	private int[] cells = {};

	private int length;

	/**
	 * What is drawn over characters, by their columns.
	 */
	private final Map<Integer, String> marks = new HashMap<>(0);

	private boolean goesOn;

	private boolean continues;

	private boolean changed = true;

	private @Nullable String shown;

	void put(int column, int character, int width) {
		reach(column + width);
		split(column);
		split(column + width);
		this.cells[column] = character;
		if (width == 2) {
			this.cells[column + 1] = REST;
		}
		if (!this.marks.isEmpty()) {
			this.marks.remove(column);
		}
	}

	/**
	 * Puts characters of one column each.
	 */
	void put(int column, byte[] ascii, int offset, int count) {
		reach(column + count);
		split(column);
		split(column + count);
		for (int i = 0; i < count; i++) {
			this.cells[column + i] = ascii[offset + i];
		}
		if (!this.marks.isEmpty()) {
			this.marks.keySet().removeIf((marked) -> marked >= column && marked < column + count);
		}
	}

	/**
	 * Draws over the character that stands before a column, if there is one.
	 */
	void mark(int column, int character) {
		int marked = (column > 1 && cell(column - 1) == REST) ? column - 2 : column - 1;
		if (cell(marked) > BLANK) {
			this.changed = true;
			this.marks.merge(marked, Character.toString(character),
					(marks, mark) -> (marks.length() < MOST_MARKS) ? marks + mark : marks);
		}
	}

	/**
	 * Whether the character before a column is still to be joined with the next one.
	 */
	boolean joins(int column) {
		if (this.marks.isEmpty()) {
			return false;
		}
		String marks = this.marks.get((cell(column - 1) == REST) ? column - 2 : column - 1);
		return marks != null && CharacterWidth.joinsNext(marks.codePointBefore(marks.length()));
	}

	void erase(int from, int to) {
		this.changed = true;
		split(from);
		split(to);
		if (from < this.length) {
			Arrays.fill(this.cells, from, Math.min(to, this.length), BLANK);
			this.marks.keySet().removeIf((marked) -> marked >= from && marked < to);
		}
		if (to >= this.length) {
			this.length = Math.min(this.length, from);
			this.goesOn = false;
		}
	}

	void insert(int column, int count, int columns) {
		int room = Math.min(count, columns - column);
		if (column < this.length && room > 0) {
			split(column);
			int kept = Math.max(0, Math.min(this.length, columns - room) - column);
			reach(column + room + kept);
			System.arraycopy(this.cells, column, this.cells, column + room, kept);
			shiftMarks(column, room);
			erase(column, column + room);
		}
	}

	void delete(int column, int count) {
		if (column < this.length) {
			split(column);
			split(column + count);
			int gone = Math.min(count, this.length - column);
			System.arraycopy(this.cells, column + gone, this.cells, column, this.length - column - gone);
			shiftMarks(column, -gone);
			erase(this.length - gone, this.length);
		}
	}

	private void shiftMarks(int column, int by) {
		if (!this.marks.isEmpty()) {
			Map<Integer, String> before = Map.copyOf(this.marks);
			this.marks.clear();
			before.forEach((marked, mark) -> {
				int moved = (marked < column) ? marked : marked + by;
				if (moved >= Math.min(marked, column) && cell(moved) > BLANK) {
					this.marks.put(moved, mark);
				}
			});
		}
	}

	/**
	 * Notes that the text goes on in the next row, for want of room.
	 */
	void goOn() {
		this.goesOn = true;
	}

	boolean goesOn() {
		return this.goesOn;
	}

	/**
	 * Notes that the row goes on with the text of the one before it.
	 */
	void follow(boolean follows) {
		this.continues = follows;
	}

	boolean continues() {
		return this.continues;
	}

	String text() {
		StringBuilder text = new StringBuilder(this.length);
		for (int i = 0; i < this.length; i++) {
			int cell = this.cells[i];
			if (cell != REST) {
				text.appendCodePoint((cell == BLANK) ? ' ' : cell);
				if (!this.marks.isEmpty()) {
					text.append(this.marks.getOrDefault(i, ""));
				}
			}
		}
		return this.goesOn ? text.toString() : text.toString().stripTrailing();
	}

	boolean isBlank() {
		for (int i = 0; i < this.length; i++) {
			if (this.cells[i] != BLANK && this.cells[i] != ' ') {
				return false;
			}
		}
		return true;
	}

	/**
	 * What was shown of it last, or {@code null} if nothing was.
	 */
	@Nullable String shown() {
		return this.shown;
	}

	/**
	 * Whether it may say something else than what was shown of it.
	 */
	boolean changed() {
		return this.changed;
	}

	void show(@Nullable String text) {
		this.shown = text;
		this.changed = text == null;
	}

	private int cell(int column) {
		return (column >= 0 && column < this.length) ? this.cells[column] : BLANK;
	}

	/**
	 * Leaves no half of a wide character on either side of a column.
	 */
	private void split(int column) {
		if (cell(column) == REST) {
			this.cells[column] = BLANK;
			this.cells[column - 1] = BLANK;
		}
	}

	private void reach(int end) {
		this.changed = true;
		if (end > this.cells.length) {
			this.cells = Arrays.copyOf(this.cells, Math.max(end, this.cells.length + this.cells.length / 2));
		}
		if (end > this.length) {
			Arrays.fill(this.cells, this.length, end, BLANK);
			this.length = end;
		}
	}

}

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
	 * An unused column.
	 */
	private static final int BLANK = 0;

	/**
	 * The second column of a wide character.
	 */
	private static final int REST = -1;

	/**
	 * The largest number of combining marks on a character, more than any script needs.
	 */
	private static final int MOST_MARKS = 16;

	private int[] cells = {};

	private int length;

	/**
	 * Combining marks by the column of their character.
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
	 * Writes characters that are one column wide.
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
	 * Adds a combining mark to the character before a column, if there is one.
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
	 * Whether the character before a column ends with a joiner.
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
	 * Marks the line as continued in the next row.
	 */
	void goOn() {
		this.goesOn = true;
	}

	boolean goesOn() {
		return this.goesOn;
	}

	/**
	 * Marks the row as a continuation of the row before it.
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
	 * Returns the text that was last given out, or {@code null} if none was.
	 */
	@Nullable String shown() {
		return this.shown;
	}

	/**
	 * Whether the text may have changed since it was given out.
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
	 * Blanks a wide character that a column would cut in half.
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

package com.headjack.shell.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.headjack.text.VisibleText;

/**
 * Rows in columns. At a terminal that is too narrow for them, one column gives way: the
 * last one goes on in further lines, or others are shortened.
 */
public final class Table {

	/**
	 * A column is not made narrower than this.
	 */
	private static final int LEAST = 12;

	private final String indent;

	private final int gap;

	private final List<List<String>> rows = new ArrayList<>();

	private final List<Integer> shortened;

	private boolean lastWhole;

	private Table(String indent, int gap, List<Integer> shortened) {
		this.indent = indent;
		this.gap = gap;
		this.shortened = shortened;
	}

	/**
	 * A table under headings, of which a column is shortened at need.
	 * @param shortened the number of the column that gives way, from 0
	 * @param headings the headings
	 * @return the table
	 */
	public static Table shortening(int shortened, String... headings) {
		return shortening(List.of(shortened), headings);
	}

	/**
	 * A table under headings, of which some columns are shortened at need.
	 * @param shortened the numbers of the columns that give way, from 0, the least
	 * important first
	 * @param headings the headings
	 * @return the table
	 */
	public static Table shortening(List<Integer> shortened, String... headings) {
		return new Table("", 3, shortened).row(headings);
	}

	/**
	 * A table under headings, whose last column goes on in further lines at need.
	 * @param headings the headings
	 * @return the table
	 */
	public static Table wrapping(String... headings) {
		return new Table("", 3, List.of()).row(headings);
	}

	/**
	 * An indented list of terms, each with a description that goes on in further lines at
	 * need.
	 * @return the table, without headings
	 */
	public static Table terms() {
		return new Table("  ", 2, List.of());
	}

	/**
	 * Keeps the cells of the last column whole: one that does not fit gets a line of its
	 * own.
	 * @return this table
	 */
	public Table lastWhole() {
		this.lastWhole = true;
		return this;
	}

	/**
	 * Adds a row.
	 * @param cells as many cells as there are columns
	 * @return this table
	 */
	public Table row(String... cells) {
		this.rows.add(Arrays.stream(cells).map(VisibleText::line).toList());
		return this;
	}

	/**
	 * Prints the table as a result.
	 */
	public void print(Output output) {
		if (this.rows.isEmpty()) {
			return;
		}
		int[] widths = IntStream.range(0, this.rows.getFirst().size()).map(this::width).toArray();
		int needed = total(widths);
		int columns = output.columnsFor(needed);
		int last = widths.length - 1;
		if (this.lastWhole) {
			widths[last] = Columns.width(this.rows.getFirst().getLast());
		}
		if (this.shortened.isEmpty()) {
			widths[last] = Math.max(LEAST, widths[last] - Math.max(0, needed - columns));
		}
		else {
			this.shortened.forEach((column) -> shorten(widths, column, columns));
		}
		this.rows.forEach((row) -> lines(row, widths, columns).forEach(output::result));
	}

	private int width(int column) {
		return this.rows.stream().mapToInt((row) -> Columns.width(row.get(column))).max().orElse(0);
	}

	private int total(int[] widths) {
		return this.indent.length() + IntStream.of(widths).sum() + this.gap * (widths.length - 1);
	}

	private void shorten(int[] widths, int column, int columns) {
		int excess = Math.max(0, total(widths) - columns);
		widths[column] = Math.max(Math.min(LEAST, widths[column]), widths[column] - excess);
	}

	private List<String> lines(List<String> row, int[] widths, int columns) {
		StringBuilder line = new StringBuilder(this.indent);
		int last = row.size() - 1;
		for (int i = 0; i < last; i++) {
			String cell = Columns.shortened(row.get(i), widths[i]);
			line.append(cell).repeat(" ", widths[i] - Columns.width(cell) + this.gap);
		}
		if (this.lastWhole) {
			return whole(line.toString(), row.get(last), columns);
		}
		if (this.shortened.isEmpty() && hasWordWiderThan(widths[last], row.get(last))) {
			return below(line.toString(), row.get(last), columns);
		}
		String further = " ".repeat(Columns.width(line.toString()));
		List<String> parts = this.shortened.isEmpty() ? Columns.wrapped(row.get(last), widths[last], "")
				: List.of(Columns.shortened(row.get(last), widths[last]));
		return IntStream.range(0, parts.size())
			.mapToObj((i) -> ((i == 0) ? line : further) + parts.get(i))
			.map(String::stripTrailing)
			.toList();
	}

	private static boolean hasWordWiderThan(int columns, String cell) {
		return Arrays.stream(cell.split(" ")).anyMatch((word) -> Columns.width(word) > columns);
	}

	private static List<String> below(String line, String cell, int columns) {
		return Stream.concat(Stream.of(line.stripTrailing()), Columns.wrapped("    " + cell, columns, "    ").stream())
			.toList();
	}

	private static List<String> whole(String line, String cell, int columns) {
		return (Columns.width(line) + Columns.width(cell) <= columns) ? List.of(line + cell)
				: List.of(line.stripTrailing(), "  " + cell);
	}

}

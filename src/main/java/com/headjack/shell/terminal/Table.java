package com.headjack.shell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under headings, in columns.
 */
public final class Table {

	private final List<List<String>> rows = new ArrayList<>();

	public Table(String... headings) {
		this.rows.add(List.of(headings));
	}

	public void row(String... cells) {
		this.rows.add(List.of(cells));
	}

	public void print(Output output) {
		int[] widths = IntStream.range(0, this.rows.getFirst().size()).map(this::width).toArray();
		this.rows.forEach((row) -> output.result(line(row, widths)));
	}

	private int width(int column) {
		return this.rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0);
	}

	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < row.size(); i++) {
			line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 3);
		}
		return line.toString().stripTrailing();
	}

}

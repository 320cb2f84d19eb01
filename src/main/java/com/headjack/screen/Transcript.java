package com.headjack.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Turns the output of a terminal program into readable lines: those that scroll off the
 * screen and, at the end, those that the screen shows.
 */
public final class Transcript {

	/**
	 * The largest number of remembered lines that were overwritten.
	 */
	private static final int MOST_DISPLACED = 1000;

	/**
	 * The longest control string in bytes: one without an end must not swallow all
	 * output.
	 */
	private static final int LONGEST_STRING = 1024 * 1024;

	private final LineSink sink;

	private final History history = new History(this::print);

	private final Screen screen;

	private final ControlParser parser;

	/**
	 * Lines that were given out and then overwritten, with their counts: the program may
	 * draw them again elsewhere.
	 */
	private final SequencedMap<String, Integer> displaced = new LinkedHashMap<>();

	/**
	 * Whether the transcript begins in the middle of the output.
	 */
	private boolean inTheMiddle;

	/**
	 * Whether the last line given out was blank.
	 */
	private boolean blank;

	private boolean given;

	private boolean open;

	private boolean live;

	/**
	 * Creates a transcript that begins where the program started to draw or cleared the
	 * screen.
	 * @param rows the height of the terminal
	 * @param columns the width of the terminal
	 * @param sink takes the lines
	 */
	public Transcript(int rows, int columns, LineSink sink) {
		this.sink = sink;
		this.screen = new Screen(rows, columns, this.history);
		this.parser = new ControlParser(new Sequences(this.screen, new Log()), LONGEST_STRING);
	}

	/**
	 * Creates a transcript that begins in the middle of the output. The content of the
	 * screen is unknown, and the cursor is assumed to be at the bottom, as it is with
	 * most programs.
	 * @param rows the height of the terminal
	 * @param columns the width of the terminal
	 * @param sink takes the lines
	 * @return the transcript
	 */
	public static Transcript inTheMiddle(int rows, int columns, LineSink sink) {
		Transcript transcript = new Transcript(rows, columns, sink);
		transcript.screen.cursor().toRow(Integer.MAX_VALUE);
		transcript.inTheMiddle = true;
		transcript.blank = true;
		return transcript;
	}

	/**
	 * Takes output of the program.
	 * @param bytes a buffer that holds the output
	 * @param offset the offset of the first byte
	 * @param count the number of bytes
	 */
	public void write(byte[] bytes, int offset, int count) {
		this.parser.parse(bytes, offset, count);
	}

	/**
	 * Takes a new size of the terminal.
	 * @param rows the height
	 * @param columns the width
	 */
	public void resize(int rows, int columns) {
		this.screen.resize(rows, columns);
	}

	/**
	 * Gives out new lines that are unlikely to change.
	 * @param quiet whether the program has not drawn for a while; until then, lines that
	 * the program is overwriting are held back
	 */
	public void settle(boolean quiet) {
		this.live = true;
		displace();
		this.history.forEach(this::print);
		if (!this.screen.raised()) {
			print(this.screen.rows().subList(0, settled()));
		}
		else if (quiet) {
			print(used(this.screen.rows()));
			this.screen.settle();
		}
	}

	/**
	 * Returns the number of rows above the cursor's line.
	 */
	private int settled() {
		int row = this.screen.alternating() ? 0 : this.screen.cursor().row();
		while (row > 0 && this.screen.rows().get(row - 1).goesOn()) {
			row--;
		}
		return row;
	}

	/**
	 * Gives out the remaining lines.
	 */
	public void finish() {
		displace();
		this.history.forEach(this::print);
		print(used(this.screen.rows()));
		print(used(this.screen.alternateRows()));
		close();
	}

	/**
	 * Returns what the screen shows now.
	 * @return the text of its rows, one line each
	 */
	public String shown() {
		List<Row> rows = this.screen.alternating() ? this.screen.alternateRows() : this.screen.rows();
		return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
	}

	private static List<Row> used(List<Row> rows) {
		int end = rows.size();
		while (end > 0 && rows.get(end - 1).isBlank()) {
			end--;
		}
		return rows.subList(0, end);
	}

	private void print(List<Row> rows) {
		rows.forEach(this::print);
	}

	private void print(Row row) {
		if (!row.changed()) {
			close();
			return;
		}
		String text = row.text();
		if (known(text, row.shown())) {
			close();
		}
		else {
			give(row, text);
		}
		row.show(text);
	}

	private void give(Row row, String text) {
		if (!row.continues()) {
			close();
		}
		this.sink.line(text, row.goesOn());
		this.open = row.goesOn();
		this.blank = text.isEmpty();
		this.given = true;
	}

	private boolean known(String text, @Nullable String shown) {
		if (text.isEmpty()) {
			return shown != null || (this.blank && (!this.given || (this.live && this.screen.raised())));
		}
		return text.equals(shown) || wasDisplaced(text);
	}

	private boolean wasDisplaced(String text) {
		Integer times = this.displaced.remove(text);
		if (times != null && times > 1) {
			this.displaced.put(text, times - 1);
		}
		return times != null;
	}

	/**
	 * Ends a line whose continuation is gone.
	 */
	private void close() {
		if (this.open) {
			this.sink.line("", false);
			this.open = false;
		}
	}

	private void displace() {
		this.history.forEach(this::displace);
		this.screen.rows().forEach(this::displace);
	}

	private void displace(Row row) {
		String shown = row.shown();
		String text = (row.changed() && shown != null) ? row.text() : shown;
		if (shown != null && !shown.equals(text)) {
			displace(shown);
			row.show("".equals(text) ? text : null);
		}
	}

	private void displace(String text) {
		if (!text.isEmpty()) {
			this.displaced.merge(text, 1, Integer::sum);
		}
		if (this.displaced.size() > MOST_DISPLACED) {
			this.displaced.pollFirstEntry();
		}
	}

	private final class Log implements ScreenLog {

		/**
		 * After lines were given out, a program that erases the scrollback draws them
		 * again.
		 */
		@Override
		public void historyErased() {
			if (Transcript.this.live) {
				Transcript.this.history.forEach(Transcript.this::print);
				Transcript.this.history.forEach((row) -> {
					String shown = row.shown();
					displace((shown != null) ? shown : "");
				});
				Transcript.this.history.clear();
			}
		}

		/**
		 * Everything known so far then belongs to the alternate screen.
		 */
		@Override
		public void alternateLeft() {
			if (Transcript.this.inTheMiddle) {
				Transcript.this.screen.forget();
				Transcript.this.inTheMiddle = false;
			}
		}

	}

}

package com.headjack.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

/**
 * Makes lines to be read of what a program drew: those that scrolled off the screen, and
 * at the end those that the screen shows.
 */
public final class Transcript {

	/**
	 * Of so many lines it is remembered that they were there already.
	 */
	private static final int MOST_DISPLACED = 1000;

	private final LineSink sink;

	private final History history = new History(this::print);

	private final Screen screen;

	private final Parser parser;

	/**
	 * Lines that were given and then drawn over, and how often: they may come again
	 * elsewhere.
	 */
	private final SequencedMap<String, Integer> displaced = new LinkedHashMap<>();

	/**
	 * Whether what came before is not known.
	 */
	private boolean inTheMiddle;

	/**
	 * Whether nothing but blank lines has been given lately.
	 */
	private boolean blank;

	private boolean given;

	private boolean open;

	private boolean live;

	/**
	 * Begins where the program began to draw, or erased all it had drawn.
	 * @param rows the height of the terminal
	 * @param columns its width
	 * @param sink takes the lines
	 */
	public Transcript(int rows, int columns, LineSink sink) {
		this.sink = sink;
		this.screen = new Screen(rows, columns, this.history);
		this.parser = new Parser(this.screen, new Sequences(this.screen, new Log()));
	}

	/**
	 * Begins somewhere, with nothing known of what the screen shows but that most
	 * programs are at its end.
	 * @param rows the height of the terminal
	 * @param columns its width
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
	 * Takes what the program wrote to the terminal.
	 * @param octets it is a part of these
	 * @param offset where it begins
	 * @param count how many they are
	 */
	public void write(byte[] octets, int offset, int count) {
		this.parser.parse(octets, offset, count);
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
	 * Gives the lines that will hardly change any more, and then only those that are new.
	 * @param quiet whether the program has drawn nothing for a while; before that, a
	 * program that writes over its lines is left to do so
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
	 * The number of rows above the cursor's line.
	 */
	private int settled() {
		int row = this.screen.alternating() ? 0 : this.screen.cursor().row();
		while (row > 0 && this.screen.rows().get(row - 1).goesOn()) {
			row--;
		}
		return row;
	}

	/**
	 * Gives the lines that are left.
	 */
	public void finish() {
		displace();
		this.history.forEach(this::print);
		print(used(this.screen.rows()));
		print(used(this.screen.alternateRows()));
		close();
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
	 * Ends a line whose rest is not there.
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
		 * Where lines were given already they come again: a program that wants the past
		 * forgotten draws it anew.
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
		 * Then all that is known was on the alternate screen.
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

package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.List;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Splits a typed line for JLine.
 */
public final class LineParser implements Parser {

	@Override
	public ParsedLine parse(String line, int cursor, ParseContext context) {
		if (context == ParseContext.COMPLETE) {
			return Typed.of(line, cursor);
		}
		if (!CommandText.of(line).complete()) {
			throw new EOFError(-1, -1, "a quote is not closed");
		}
		return Typed.of(line, line.length());
	}

	/**
	 * The text before the cursor.
	 *
	 * @param line the whole line
	 * @param cursor the position of the cursor
	 * @param words the words of the command being typed
	 * @param rawStart the start of the last word
	 */
	private record Typed(String line, int cursor, List<String> words, int rawStart) implements CompletingParsedLine {

		static Typed of(String line, int cursor) {
			String before = line.substring(0, cursor);
			List<CommandText.Line> lines = CommandText.of(before).lines();
			List<CommandText.Word> words = lines.isEmpty() ? List.of() : lines.getLast().words();
			boolean touching = !words.isEmpty() && words.getLast().end() == cursor;
			List<String> values = new ArrayList<>(
					before.endsWith("\n") ? List.of() : words.stream().map(CommandText.Word::value).toList());
			if (!touching) {
				values.add("");
			}
			return new Typed(line, cursor, List.copyOf(values), touching ? words.getLast().start() : cursor);
		}

		@Override
		public String word() {
			return this.words.getLast();
		}

		@Override
		public int wordIndex() {
			return this.words.size() - 1;
		}

		@Override
		public int wordCursor() {
			return word().length();
		}

		@Override
		public CharSequence escape(CharSequence candidate, boolean complete) {
			String text = candidate.toString();
			return text.matches("(?U)[\\w@%+=:,./-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
		}

		@Override
		public int rawWordCursor() {
			return this.cursor - this.rawStart;
		}

		@Override
		public int rawWordLength() {
			return this.cursor - this.rawStart;
		}

	}

}

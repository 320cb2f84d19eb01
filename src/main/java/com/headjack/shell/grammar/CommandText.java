package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of commands, split into lines and words as by a POSIX shell: quotes,
 * backslashes and comments have their usual meaning, but nothing is expanded.
 *
 * @see <a href=
 * "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02">POSIX,
 * "Quoting"</a>
 */
public final class CommandText {

	private static final String PROGRAM = "hjk";

	private static final String ESCAPABLE = "$`\"\\\n";

	private final String text;

	private final List<Line> lines = new ArrayList<>();

	private int position;

	private int number = 1;

	private @Nullable StringBuilder word;

	private int wordStart;

	private List<Word> words = new ArrayList<>();

	private int lineNumber = 1;

	private boolean complete = true;

	private CommandText(String text) {
		this.text = text;
	}

	public static CommandText of(String text) {
		CommandText result = new CommandText(text);
		while (result.position < text.length()) {
			result.take(text.charAt(result.position));
		}
		result.endLine();
		return result;
	}

	/**
	 * The lines, without blank ones.
	 */
	public List<Line> lines() {
		return List.copyOf(this.lines);
	}

	/**
	 * Whether every quote is closed and no backslash ends the text.
	 */
	public boolean complete() {
		return this.complete;
	}

	/**
	 * Removes the program's name, which people copy from documentation.
	 * @param words a command line
	 * @return the words after the name, or all words if they do not begin with it
	 */
	public static List<String> withoutProgram(List<String> words) {
		return (!words.isEmpty() && words.getFirst().equals(PROGRAM)) ? words.subList(1, words.size()) : words;
	}

	private void take(char character) {
		switch (character) {
			case '\\' -> escaped();
			case '\'' -> quoted();
			case '"' -> doublyQuoted();
			case '\n' -> {
				endLine();
				next();
			}
			case ' ', '\t', '\r' -> {
				endWord();
				next();
			}
			case '#' -> comment();
			default -> add(next());
		}
	}

	private char next() {
		char character = this.text.charAt(this.position++);
		if (character == '\n') {
			this.number++;
		}
		return character;
	}

	private boolean more() {
		this.complete = this.position < this.text.length();
		return this.complete;
	}

	private StringBuilder word() {
		if (this.word == null) {
			this.word = new StringBuilder();
			this.wordStart = this.position;
			this.lineNumber = this.words.isEmpty() ? this.number : this.lineNumber;
		}
		return this.word;
	}

	private void add(char character) {
		if (this.word == null) {
			this.position--;
			word();
			this.position++;
		}
		word().append(character);
	}

	private void escaped() {
		StringBuilder current = this.word;
		int start = this.position;
		next();
		if (!more()) {
			return;
		}
		char character = next();
		if (character == '\n') {
			return;
		}
		if (current == null) {
			word();
			this.wordStart = start;
		}
		word().append(character);
	}

	private void quoted() {
		StringBuilder current = word();
		next();
		while (more()) {
			char character = next();
			if (character == '\'') {
				return;
			}
			current.append(character);
		}
	}

	private void doublyQuoted() {
		StringBuilder current = word();
		next();
		while (more()) {
			char character = next();
			if (character == '"') {
				return;
			}
			boolean escape = character == '\\' && more() && ESCAPABLE.indexOf(this.text.charAt(this.position)) >= 0;
			char meant = escape ? next() : character;
			if (!escape || meant != '\n') {
				current.append(meant);
			}
		}
	}

	private void comment() {
		if (this.word != null) {
			add(next());
			return;
		}
		while (this.position < this.text.length() && this.text.charAt(this.position) != '\n') {
			this.position++;
		}
	}

	private void endWord() {
		if (this.word != null) {
			this.words.add(new Word(this.word.toString(), this.wordStart, this.position));
			this.word = null;
		}
	}

	private void endLine() {
		endWord();
		if (!this.words.isEmpty()) {
			this.lines.add(new Line(this.lineNumber, List.copyOf(this.words)));
			this.words = new ArrayList<>();
		}
	}

	/**
	 * A line of words.
	 *
	 * @param number the number of its first line in the text, from 1
	 * @param words its words
	 */
	public record Line(int number, List<Word> words) {

		/**
		 * The words without their quotes.
		 * @return the values of the words
		 */
		public List<String> values() {
			return this.words.stream().map(Word::value).toList();
		}

		/**
		 * The words without the program's name, which people copy from documentation.
		 * @return the words after the name, or all words if they do not begin with it
		 */
		public List<String> withoutProgram() {
			return CommandText.withoutProgram(values());
		}

	}

	/**
	 * A word.
	 *
	 * @param value the word without its quotes
	 * @param start its start in the text
	 * @param end its end in the text
	 */
	record Word(String value, int start, int end) {

	}

}

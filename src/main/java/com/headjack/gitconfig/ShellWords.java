package com.headjack.gitconfig;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a simple command line into commands and words, as a shell does.
 */
final class ShellWords {

	private final String text;

	private final List<List<String>> commands = new ArrayList<>();

	private List<String> words = new ArrayList<>();

	private final StringBuilder word = new StringBuilder();

	private boolean inWord;

	private char quote;

	private boolean known = true;

	ShellWords(String text) {
		this.text = text;
	}

	/**
	 * Returns the words of each command.
	 * @return the words; empty if the line is not simple: if it has substitutions,
	 * functions or redirections
	 */
	List<List<String>> commands() {
		for (int i = 0; i < this.text.length() && this.known; i++) {
			char c = this.text.charAt(i);
			if (c == '\\' && this.quote != '\'' && i + 1 < this.text.length()) {
				add(this.text.charAt(++i));
			}
			else if (this.quote != 0) {
				quoted(c);
			}
			else {
				unquoted(c);
			}
		}
		endCommand();
		return (this.known && this.quote == 0) ? this.commands : List.of();
	}

	private void quoted(char c) {
		if (c == this.quote) {
			this.quote = 0;
		}
		else if (this.quote == '"' && (c == '$' || c == '`')) {
			this.known = false;
		}
		else {
			add(c);
		}
	}

	private void unquoted(char c) {
		switch (c) {
			case '\'', '"' -> {
				this.quote = c;
				this.inWord = true;
			}
			case ' ', '\t' -> endWord();
			case '|', '&', ';', '\n' -> endCommand();
			case '$', '`', '(', ')', '<', '>', '{', '}' -> this.known = false;
			default -> add(c);
		}
	}

	private void add(char c) {
		this.word.append(c);
		this.inWord = true;
	}

	private void endWord() {
		if (this.inWord) {
			this.words.add(this.word.toString());
			this.word.setLength(0);
			this.inWord = false;
		}
	}

	private void endCommand() {
		endWord();
		if (!this.words.isEmpty()) {
			this.commands.add(this.words);
			this.words = new ArrayList<>();
		}
	}

}

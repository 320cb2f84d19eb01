package com.headjack.text;

/**
 * A word of a command line that a person may copy into a shell.
 */
public final class ShellWord {

	private static final String PLAIN = "[\\p{L}\\p{N}_@%+:,./][\\p{L}\\p{N}\\p{M}_@%+:,./=~-]*";

	private ShellWord() {
	}

	/**
	 * Quotes a word, if a shell would not take it as it is.
	 * @param word the word
	 * @return the word as bash, zsh and ksh read it; as every POSIX shell does, if no
	 * character of it is hidden
	 */
	public static String quoted(String word) {
		if (!VisibleText.isPlain(word)) {
			return dollarQuoted(word);
		}
		if (word.matches(PLAIN)) {
			return word;
		}
		// An interactive shell takes an exclamation mark in double quotes for its
		// history.
		return (word.indexOf('!') >= 0) ? "'" + word.replace("'", "'\\''") + "'"
				: '"' + word.replaceAll("[\\\\\"$`]", "\\\\$0") + '"';
	}

	private static String dollarQuoted(String word) {
		StringBuilder quoted = new StringBuilder("$'");
		word.codePoints().forEach((character) -> {
			if (HiddenCharacters.contains(character)) {
				quoted.append(VisibleText.escape(character));
			}
			else {
				quoted.append((character == '\'' || character == '\\') ? "\\" : "").appendCodePoint(character);
			}
		});
		return quoted.append('\'').toString();
	}

}

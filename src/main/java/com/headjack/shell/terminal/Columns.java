package com.headjack.shell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jline.utils.WCWidth;

/**
 * Text in the columns of a terminal, where a character takes none, one or two.
 */
final class Columns {

	private static final String CUT = "…";

	private static final int SIMPLE = 0x300;

	/**
	 * A command in a sentence, such as {@code 'hjk ps'}.
	 */
	private static final Pattern COMMAND = Pattern.compile("(?<=^|[\\s(])'\\w.*?'(?=[\\s,.;:?)]|$)");

	/**
	 * Stands for a space where no line may end. A visible text has none.
	 */
	private static final char GLUE = '\0';

	private Columns() {
	}

	/**
	 * Returns the number of columns that a visible text takes.
	 */
	static int width(String text) {
		return text.codePoints().map(Columns::width).sum();
	}

	private static int width(int character) {
		return (character < SIMPLE) ? 1 : Math.max(0, WCWidth.wcwidth(character));
	}

	/**
	 * Leaves out the middle of a text that is too wide.
	 * @return the text, at most that wide
	 */
	static String shortened(String text, int columns) {
		if (width(text) <= columns) {
			return text;
		}
		int rest = Math.max(0, columns - CUT.length());
		int end = rest / 2;
		return begin(text, rest - end) + CUT + new StringBuilder(begin(reversed(text), end)).reverse();
	}

	private static String reversed(String text) {
		return new StringBuilder(text).reverse().toString();
	}

	private static String begin(String text, int columns) {
		int used = 0;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			used += width(text.codePointAt(i));
			if (used > columns) {
				return text.substring(0, i);
			}
		}
		return text;
	}

	/**
	 * Breaks a line between words. A word that is too wide stays whole, and so does a
	 * quoted command that fits on a line.
	 * @param line the line
	 * @param columns the columns that there are
	 * @param indent what the further lines begin with
	 * @return the lines
	 */
	static List<String> wrapped(String line, int columns, String indent) {
		return broken(glued(line, columns - indent.length()), columns, indent).stream()
			.map((part) -> part.replace(GLUE, ' '))
			.toList();
	}

	private static String glued(String line, int columns) {
		return COMMAND.matcher(line)
			.replaceAll((found) -> Matcher.quoteReplacement(
					(width(found.group()) <= columns) ? found.group().replace(' ', GLUE) : found.group()));
	}

	private static List<String> broken(String line, int columns, String indent) {
		List<String> lines = new ArrayList<>();
		String rest = line;
		while (width(rest) > columns) {
			int space = lastSpace(rest, columns, lines.isEmpty() ? leading(rest) : indent.length());
			if (space < 0) {
				break;
			}
			lines.add(rest.substring(0, space).stripTrailing());
			rest = indent + rest.substring(space).stripLeading();
		}
		lines.add(rest);
		return lines;
	}

	/**
	 * Finds the last space before a column or, if there is none, the first one after it.
	 */
	private static int lastSpace(String text, int columns, int from) {
		int fitting = begin(text, columns + 1).lastIndexOf(' ');
		return (fitting > from) ? fitting : text.indexOf(' ', Math.max(from, fitting + 1));
	}

	static int leading(String line) {
		return line.length() - line.stripLeading().length();
	}

}

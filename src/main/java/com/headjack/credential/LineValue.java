package com.headjack.credential;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The value in a line, for credentials whose form allows any character.
 *
 * @param name the name that the value is given to; empty if there is none
 * @param value the value, without quotes around it
 */
record LineValue(String name, String value) {

	private static final Pattern ASSIGNMENT = Pattern
		.compile("(?:[$>%]\\s+)?(?:export\\s+|set\\s+(?:-\\w+\\s+)*|setx\\s+|\\$(?i:env):|declare\\s+-x\\s+)?"
				+ "[\"']?([A-Za-z_][A-Za-z0-9_-]*)[\"']?(\\s*[=:]\\s*|\\s+)(\\S.*)");

	private static final Pattern SCHEME = Pattern.compile("(?i)Bearer\\s+(\\S+)");

	private static final Pattern COMMENT = Pattern.compile("\\s+#\\s.*");

	private static final List<String> QUOTES = List.of("\"\"", "''", "``", "“”", "‘’", "«»", "„“");

	/**
	 * Reads a line.
	 * @return the value, which is the whole line if nothing is given to a name
	 */
	static LineValue of(String line) {
		Matcher assignment = ASSIGNMENT.matcher(line.strip());
		if (assignment.matches() && named(assignment)) {
			return new LineValue(assignment.group(1), bare(assignment.group(3)));
		}
		return new LineValue("", bare(line));
	}

	/**
	 * Reads a line that gives a variable its value.
	 * @return the value, or empty if the line does something else
	 */
	static Optional<String> of(String line, String variable) {
		return Optional.of(of(line)).filter((found) -> found.name.equals(variable)).map(LineValue::value);
	}

	/**
	 * The ways to read a line: as a value, and as one that is given to a name.
	 */
	static Stream<String> readings(String line) {
		return Stream.of(bare(line), of(line).value).distinct();
	}

	/**
	 * A space alone gives a value only after a command that takes a name.
	 */
	private static boolean named(Matcher assignment) {
		return !assignment.group(2).isBlank() || assignment.start(1) > 0;
	}

	private static String bare(String text) {
		String value = text.strip();
		if (value.endsWith(",") || value.endsWith(";")) {
			value = value.substring(0, value.length() - 1).strip();
		}
		Matcher scheme = SCHEME.matcher(value);
		String rest = scheme.matches() ? scheme.group(1) : value;
		return unquoted(rest).orElseGet(() -> COMMENT.matcher(rest).replaceFirst(""));
	}

	private static Optional<String> unquoted(String value) {
		return QUOTES.stream()
			.filter((quotes) -> value.length() > 2 && value.charAt(0) == quotes.charAt(0))
			.map((quotes) -> value.lastIndexOf(quotes.charAt(1)))
			.filter((end) -> end > 0 && COMMENT.matcher(value.substring(end + 1) + " # ").matches())
			.map((end) -> value.substring(1, end))
			.findFirst();
	}

	@Override
	public String toString() {
		return "LineValue[name=" + this.name + "]";
	}

}

package com.headjack.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The files that a build leaves out.
 *
 * @param rules the rules, of which the last that fits counts
 * @see <a href=
 * "https://docs.docker.com/build/concepts/context/#dockerignore-files">Docker's
 * .dockerignore files</a>
 */
record IgnoreFile(List<Rule> rules) {

	static final IgnoreFile NONE = new IgnoreFile(List.of());

	static IgnoreFile parse(String text) {
		List<Rule> rules = new ArrayList<>();
		text.lines()
			.filter((line) -> !line.startsWith("#"))
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.forEach((line) -> rules.add(Rule.parse(line)));
		return new IgnoreFile(List.copyOf(rules));
	}

	/**
	 * Whether a file is left out.
	 * @param path its path in the context, with slashes
	 */
	boolean ignores(String path) {
		boolean ignored = false;
		for (Rule rule : this.rules) {
			ignored = rule.fits(path) ? !rule.exception() : ignored;
		}
		return ignored;
	}

	/**
	 * Whether all below an ignored folder is ignored too.
	 */
	boolean simple() {
		return this.rules.stream().noneMatch(Rule::exception);
	}

	/**
	 * A line of the file.
	 *
	 * @param paths the paths that it names, with all that is below them
	 * @param exception whether they are not left out after all
	 */
	record Rule(Pattern paths, boolean exception) {

		private static Rule parse(String line) {
			boolean exception = line.startsWith("!");
			return new Rule(compile(cleaned(exception ? line.substring(1).strip() : line)), exception);
		}

		private boolean fits(String path) {
			return this.paths.matcher(path).matches();
		}

		private static String cleaned(String pattern) {
			List<String> names = new ArrayList<>();
			for (String name : pattern.split("/", -1)) {
				if (name.equals("..") && !names.isEmpty()) {
					names.removeLast();
				}
				else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
					names.add(name);
				}
			}
			return String.join("/", names);
		}

		private static Pattern compile(String pattern) {
			try {
				return Pattern.compile(expression(pattern) + "(/.*)?", Pattern.DOTALL);
			}
			catch (PatternSyntaxException _) {
				return Pattern.compile(Pattern.quote(pattern) + "(/.*)?", Pattern.DOTALL);
			}
		}

		private static String expression(String pattern) {
			StringBuilder expression = new StringBuilder();
			for (int i = 0; i < pattern.length(); i++) {
				char character = pattern.charAt(i);
				if (pattern.startsWith("**", i)) {
					boolean folders = pattern.startsWith("**/", i);
					expression.append(folders ? "(.*/)?" : ".*");
					i += folders ? 2 : 1;
				}
				else if (character == '\\' && i + 1 < pattern.length()) {
					expression.append(Pattern.quote(pattern.substring(i + 1, i + 2)));
					i++;
				}
				else if (character == '[' && pattern.indexOf(']', i + 2) > 0) {
					int end = pattern.indexOf(']', i + 2);
					expression.append(set(pattern.substring(i + 1, end)));
					i = end;
				}
				else {
					expression.append(one(character));
				}
			}
			return expression.toString();
		}

		private static String set(String characters) {
			return "[" + characters.replace("[", "\\[").replace("&", "\\&") + "]";
		}

		private static String one(char character) {
			return switch (character) {
				case '*' -> "[^/]*";
				case '?' -> "[^/]";
				default -> Pattern.quote(String.valueOf(character));
			};
		}

	}

}

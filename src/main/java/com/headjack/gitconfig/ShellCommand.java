package com.headjack.gitconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command line that git passes to a shell on the host.
 *
 * @param text the command line
 */
record ShellCommand(String text) {

	private static final Pattern HARMLESS_OUTPUT = Pattern.compile("[0-9]?>\\s*(?:&[0-9]|/dev/null)");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*");

	private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);

	/**
	 * What begins with a slash may as well be a pattern, such as {@code /x/d}.
	 */
	private static final Pattern HOST_PATH = Pattern.compile("/(?:bin|data|etc|home|lib|lib64|media|mnt|nix|opt|private"
			+ "|root|run|sbin|snap|srv|tmp|usr|var|Applications|Library|System|Users|Volumes)/");

	private static final Set<String> PASSING = Set.of("!", "exec", "command", "env", "time", "nice");

	private static final Set<String> SUBCOMMANDS = Set.of("lfs", "crypt", "annex", "secret", "media");

	private static final Set<String> RESERVED = Set.of("if", "for", "while", "until", "case", "function", "eval",
			"source", "sudo", "sh", "bash", "zsh", "dash");

	/**
	 * Returns the programs that it runs.
	 * @return their names; empty if it cannot be told, or if it names a path of the host
	 */
	List<String> programs() {
		List<List<String>> commands = new ShellWords(HARMLESS_OUTPUT.matcher(this.text).replaceAll("")).commands();
		if (commands.isEmpty() || commands.stream().flatMap(List::stream).anyMatch(ShellCommand::path)) {
			return List.of();
		}
		List<String> programs = new ArrayList<>();
		for (List<String> words : commands) {
			String program = program(words);
			if (!NAME.matcher(program).matches() || RESERVED.contains(program)) {
				return List.of();
			}
			programs.add(program);
		}
		return programs.stream().distinct().toList();
	}

	private static String program(List<String> words) {
		List<String> rest = words.stream()
			.dropWhile((word) -> PASSING.contains(word) || ASSIGNMENT.matcher(word).matches())
			.toList();
		return subcommand(rest).orElse(rest.isEmpty() ? "" : rest.getFirst());
	}

	/**
	 * A command such as {@code git lfs clean} needs the program {@code git-lfs}.
	 */
	private static Optional<String> subcommand(List<String> words) {
		return Optional.of(words)
			.filter((all) -> all.size() > 1 && all.getFirst().equals("git") && SUBCOMMANDS.contains(all.get(1)))
			.map((all) -> "git-" + all.get(1));
	}

	private static boolean path(String word) {
		String value = word.substring(word.indexOf('=') + 1);
		return List.of(word, value)
			.stream()
			.anyMatch((text) -> text.startsWith("~") || HOST_PATH.matcher(text).lookingAt()
					|| text.matches("(?s)[A-Za-z]:[\\\\/].*"));
	}

	/**
	 * Returns a short name for what it runs, for people to read.
	 */
	String name() {
		List<String> programs = programs();
		if (!programs.isEmpty()) {
			return String.join(" ", programs);
		}
		String text = this.text.strip();
		String first = text.replaceFirst("(?s)^([\"'])(.*?)\\1.*", "$2");
		first = first.equals(text) ? text.replaceFirst("(?s)[\\s\"';|&].*", "") : first;
		String last = first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
		return NAME.matcher(last).matches() ? last : "program";
	}

	/**
	 * Returns the command line with variables in place of git's own placeholders.
	 * @param placeholders the letters of the placeholders
	 * @return the command line
	 */
	String withVariables(String placeholders) {
		StringBuilder result = new StringBuilder();
		char quote = 0;
		for (int i = 0; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '%' && i + 1 < this.text.length() && placeholders.indexOf(this.text.charAt(i + 1)) >= 0) {
				result.append(variable(quote, this.text.charAt(++i)));
				continue;
			}
			quote = (c == quote) ? 0 : (quote == 0 && (c == '\'' || c == '"')) ? c : quote;
			result.append(c);
		}
		return result.toString();
	}

	private static String variable(char quote, char placeholder) {
		String name = "$headjack_" + ((placeholder == 'f') ? "path" : placeholder);
		return switch (quote) {
			case '"' -> name;
			case '\'' -> "'\"" + name + "\"'";
			default -> "\"" + name + "\"";
		};
	}

	/**
	 * Quotes a word for a shell.
	 */
	static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}

}

package com.headjack.shell.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.failure.NearestMatch;

/**
 * Understands a command line, word by word as it was given.
 */
public final class ArgvParser {

	private final List<CommandSyntax> commands;

	public ArgvParser(List<CommandSyntax> commands) {
		this.commands = commands;
	}

	/**
	 * Parses a command line.
	 * @param argv its words, without the program's name
	 * @return the command with what was given to it
	 * @throws UsageException if the words make no command
	 */
	public Invocation parse(List<String> argv) {
		Scan scan = new Scan(family(argv), argv, true);
		if (scan.words.isEmpty()) {
			CommandSyntax meant = scan.options.containsKey("help") ? Grammar.HELP : Grammar.SHELL;
			return new Invocation(meant, scan.options, List.of(), List.of());
		}
		if (isScript(scan.words.getFirst())) {
			Invocation script = new Invocation(Grammar.SCRIPT, scan.options, scan.words, scan.passedOn);
			check(script);
			return script;
		}
		CommandSyntax syntax = command(scan.words);
		List<String> arguments = scan.words.subList(syntax.words().size(), scan.words.size());
		Invocation invocation = new Invocation(syntax, scan.options, arguments, scan.passedOn);
		if (!invocation.flag("help")) {
			check(invocation);
		}
		return invocation;
	}

	private static boolean isScript(String word) {
		return word.equals("-") || word.startsWith("@");
	}

	/**
	 * The commands that begin with the first word: which options take a value is the same
	 * for all of them.
	 */
	private List<CommandSyntax> family(List<String> argv) {
		String first = new Scan(this.commands, argv, false).words.stream().findFirst().orElse("");
		List<CommandSyntax> family = this.commands.stream()
			.filter((syntax) -> syntax.words().getFirst().equals(first) || first.equals(syntax.alias()))
			.toList();
		if (family.isEmpty() && !first.isEmpty() && !isScript(first)) {
			throw unknownCommand(first);
		}
		return family;
	}

	private CommandSyntax command(List<String> words) {
		return this.commands.stream()
			.filter((syntax) -> startsWith(words, syntax.words()) || words.getFirst().equals(syntax.alias()))
			.max(Comparator.comparingInt((syntax) -> syntax.words().size()))
			.orElseThrow(() -> unknownCommand(words.getFirst()));
	}

	private static boolean startsWith(List<String> words, List<String> name) {
		return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
	}

	private static void check(Invocation invocation) {
		CommandSyntax syntax = invocation.syntax();
		invocation.options()
			.keySet()
			.stream()
			.filter((name) -> syntax.option("--" + name).isEmpty())
			.findFirst()
			.ifPresent((name) -> {
				throw unknownOption("--" + name, List.of(syntax));
			});
		List<Parameter> required = syntax.parameters().stream().filter(Parameter::required).toList();
		if (invocation.arguments().size() < required.size()) {
			throw new UsageException(required.get(invocation.arguments().size()).name() + " is missing", usage(syntax));
		}
		if (invocation.arguments().size() > syntax.mostArguments()) {
			throw new UsageException(
					"unexpected argument \"" + invocation.arguments().get(syntax.mostArguments()) + "\"",
					usage(syntax));
		}
		if (syntax.passedOn() == null && !invocation.passedOn().isEmpty()) {
			throw new UsageException("nothing may stand behind '--' here", usage(syntax));
		}
	}

	private static String usage(CommandSyntax syntax) {
		return "usage: " + syntax.usage();
	}

	private UsageException unknownCommand(String typed) {
		List<String> known = this.commands.stream().map((syntax) -> syntax.words().getFirst()).distinct().toList();
		return new UsageException("unknown command \"" + typed + "\"",
				NearestMatch.of(typed, known)
					.map((nearest) -> "did you mean '" + nearest + "'?")
					.orElse("run 'hjk help' for the commands"));
	}

	private static UsageException unknownOption(String typed, List<CommandSyntax> family) {
		List<String> known = family.stream()
			.flatMap(CommandSyntax::allOptions)
			.map((option) -> "--" + option.name())
			.distinct()
			.toList();
		String command = family.isEmpty() ? "" : " " + family.getFirst().name();
		return new UsageException("unknown option \"" + typed + "\"",
				NearestMatch.of(typed, known)
					.map((nearest) -> "did you mean '" + nearest + "'?")
					.orElse("run 'hjk help" + command + "' for the options, and put '--' before what is not for hjk"));
	}

	/**
	 * Tells options from words. One that is not strict passes over what it does not know.
	 */
	private static final class Scan {

		private final List<CommandSyntax> family;

		private final boolean strict;

		private final List<String> words = new ArrayList<>();

		private final Map<String, String> options = new LinkedHashMap<>();

		private final List<String> passedOn = new ArrayList<>();

		Scan(List<CommandSyntax> family, List<String> argv, boolean strict) {
			this.family = family;
			this.strict = strict;
			Deque<String> rest = new ArrayDeque<>(argv);
			while (!rest.isEmpty()) {
				String word = rest.pop();
				if (word.equals("--")) {
					this.passedOn.addAll(rest);
					return;
				}
				if (word.startsWith("--")) {
					takeLong(word, rest);
				}
				else if (word.startsWith("-") && word.length() > 1) {
					takeShort(word, rest);
				}
				else {
					this.words.add(word);
				}
			}
		}

		private void takeLong(String word, Deque<String> rest) {
			int equals = word.indexOf('=');
			String name = (equals > 0) ? word.substring(0, equals) : word;
			Option option = find(name).orElse(null);
			if (option == null) {
				return;
			}
			if (equals > 0 && !option.takesValue()) {
				throw new UsageException("option " + name + " takes no value", "write " + name + " alone");
			}
			this.options.put(option.name(), (equals > 0) ? word.substring(equals + 1) : value(option, name, rest));
		}

		private void takeShort(String word, Deque<String> rest) {
			for (int i = 1; i < word.length(); i++) {
				String letter = "-" + word.charAt(i);
				Option option = find(letter).orElse(null);
				if (option == null) {
					return;
				}
				if (option.takesValue() && i + 1 < word.length()) {
					this.options.put(option.name(), word.substring(i + 1));
					return;
				}
				this.options.put(option.name(), value(option, letter, rest));
			}
		}

		private String value(Option option, String typed, Deque<String> rest) {
			if (!option.takesValue()) {
				return "true";
			}
			String value = rest.poll();
			if (this.strict && (value == null || value.equals("--") || known(value).isPresent())) {
				throw new UsageException("option " + typed + " needs a value", (value != null)
						? "if \"%s\" is the value, write --%s=%s".formatted(value, option.name(), value) : null);
			}
			return (value != null) ? value : "";
		}

		private Optional<Option> find(String typed) {
			Optional<Option> found = known(typed);
			if (found.isEmpty() && this.strict) {
				throw unknownOption(typed, this.family);
			}
			return found;
		}

		private Optional<Option> known(String typed) {
			return Stream.concat(this.family.stream().flatMap(CommandSyntax::allOptions), Grammar.GLOBAL.stream())
				.filter((option) -> option.isNamed(typed))
				.findFirst();
		}

	}

}

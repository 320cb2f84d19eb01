package com.headjack.shell.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.text.NearestMatch;

/**
 * Separates options from words.
 */
final class ArgvScan {

	private final List<CommandDefinition> family;

	private final boolean strict;

	private final List<String> words = new ArrayList<>();

	private final Map<String, String> options = new LinkedHashMap<>();

	private final List<String> passedOn = new ArrayList<>();

	private ArgvScan(List<CommandDefinition> family, boolean strict, List<String> argv) {
		this.family = family;
		this.strict = strict;
		Deque<String> rest = new ArrayDeque<>(argv);
		while (!rest.isEmpty()) {
			take(rest.pop(), rest);
		}
	}

	/**
	 * Scans a command line.
	 * @param family the possible commands; empty for a command line without words
	 * @param argv the command line
	 * @return its words and options
	 * @throws UsageException if an option is unknown to all of the commands, or lacks its
	 * value
	 */
	static ArgvScan strict(List<CommandDefinition> family, List<String> argv) {
		return new ArgvScan(family, true, argv);
	}

	/**
	 * Scans a command line and skips unknown options.
	 * @param commands all commands
	 * @param argv the command line
	 * @return its words and options
	 */
	static ArgvScan lenient(List<CommandDefinition> commands, List<String> argv) {
		return new ArgvScan(commands, false, argv);
	}

	static UsageException unknownOption(String typed, List<CommandDefinition> family) {
		List<String> known = known(family).map(Option::longForm).distinct().toList();
		String command = family.isEmpty() ? "" : " " + family.getFirst().getName();
		return new UsageException("unknown option \"" + typed + "\"", NearestMatch.of(typed, known)
			.map((nearest) -> "did you mean '" + nearest + "'?")
			.orElse("run 'hjk help" + command + "' for the options; put '--' before words that are not for hjk"));
	}

	private static Stream<Option> known(List<CommandDefinition> family) {
		Stream<Option> all = Stream.concat(family.stream().flatMap(CommandDefinition::allOptions),
				GlobalOptions.DECLARED.stream());
		return family.isEmpty() ? Stream.concat(all, GlobalOptions.ALONE.stream()) : all;
	}

	/**
	 * The words that are neither options nor their values, up to {@code --}.
	 */
	List<String> words() {
		return this.words;
	}

	/**
	 * The values of the options by long name; {@code true} for a flag.
	 */
	Map<String, String> options() {
		return this.options;
	}

	boolean has(String option) {
		return this.options.containsKey(option);
	}

	/**
	 * The first {@code --} and all words after it; empty if no word follows it.
	 */
	List<String> passedOn() {
		return this.passedOn;
	}

	private void take(String word, Deque<String> rest) {
		if (word.equals(Invocation.DIVIDER)) {
			if (!rest.isEmpty()) {
				this.passedOn.add(word);
				this.passedOn.addAll(rest);
				rest.clear();
			}
		}
		else if (word.startsWith("--")) {
			takeLong(word, rest);
		}
		else if (word.startsWith("-") && word.length() > 1) {
			takeLetters(word, rest);
		}
		else {
			this.words.add(word);
		}
	}

	private void takeLong(String word, Deque<String> rest) {
		int equals = word.indexOf('=');
		String name = (equals > 0) ? word.substring(0, equals) : word;
		find(name).ifPresent((option) -> {
			if (equals > 0 && !option.takesValue()) {
				throw new UsageException("option " + name + " takes no value", "write " + name + " alone");
			}
			this.options.put(option.name(),
					(equals > 0) ? filled(option, name, word.substring(equals + 1)) : value(option, name, rest));
		});
	}

	private void takeLetters(String word, Deque<String> rest) {
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
		if (this.strict && (value == null || value.equals(Invocation.DIVIDER) || named(value).isPresent())) {
			throw new UsageException("option " + typed + " needs a value",
					(value != null) ? "if \"%s\" is the value, write --%s=%s".formatted(value, option.name(), value)
							: form(option, typed));
		}
		return filled(option, typed, (value != null) ? value : "");
	}

	/**
	 * Requires a value that is not empty, as that of an unset variable is.
	 */
	private String filled(Option option, String typed, String value) {
		if (this.strict && value.isEmpty()) {
			throw new UsageException("the value of option " + typed + " is empty", form(option, typed));
		}
		return value;
	}

	private static String form(Option option, String typed) {
		return "write %s %s: %s".formatted(typed, option.value(), option.summary());
	}

	private Optional<Option> find(String typed) {
		Optional<Option> found = named(typed);
		if (found.isEmpty() && this.strict) {
			throw unknownOption(typed, this.family);
		}
		return found;
	}

	private Optional<Option> named(String typed) {
		return known(this.family).filter((option) -> option.isNamed(typed)).findFirst();
	}

}

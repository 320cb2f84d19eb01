package com.headjack.shell.grammar;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

import com.headjack.text.NearestMatch;

/**
 * Parses a command line for Spring Shell. The words stay as they were given.
 */
public final class ArgvParser {

	private static final String OPERATOR = "\\|[|&]?|&&?|;|[012&]?(?:<|>>?).*";

	private static final String NO_OPERATORS = "hjk has no pipes, redirections or '&&'; use those of your own shell, as in 'hjk ps | less'";

	private final CommandTable commands;

	/**
	 * Creates a parser.
	 * @param commands all commands
	 */
	public ArgvParser(CommandTable commands) {
		this.commands = commands;
	}

	/**
	 * Parses a command line.
	 * @param argv its words, without the program's name
	 * @return the command's name, its options, and its arguments in the form that
	 * {@link Invocation} reads
	 * @throws UsageException if the words are not a valid command
	 */
	public ParsedInput parse(List<String> argv) {
		try {
			return parsed(argv);
		}
		catch (UsageException ex) {
			throw argv.stream().anyMatch((word) -> word.matches(OPERATOR))
					? new UsageException(String.valueOf(ex.getMessage()), NO_OPERATORS) : ex;
		}
	}

	private ParsedInput parsed(List<String> argv) {
		ArgvScan scan = ArgvScan.strict(family(argv), argv);
		CommandDefinition command = command(scan);
		int named = isScript(scan.words()) ? 0 : Math.min(command.words().size(), scan.words().size());
		List<String> arguments = scan.words().subList(named, scan.words().size());
		if (!scan.has("help") && !scan.words().isEmpty()) {
			check(command, scan, arguments);
		}
		return input(command, scan, arguments);
	}

	/**
	 * The commands whose name begins with the first word. They agree on which options
	 * take a value.
	 */
	private List<CommandDefinition> family(List<String> argv) {
		List<String> words = ArgvScan.lenient(this.commands.definitions().toList(), argv).words();
		if (words.isEmpty()) {
			return List.of();
		}
		List<CommandDefinition> family = isScript(words) ? List.of(this.commands.get("script"))
				: this.commands.family(words.getFirst());
		if (family.isEmpty()) {
			throw unknownCommand(words);
		}
		return family;
	}

	private CommandDefinition command(ArgvScan scan) {
		if (scan.words().isEmpty()) {
			return this.commands.get(scan.has("help") ? "help" : scan.has("version") ? "version" : "shell");
		}
		if (isScript(scan.words())) {
			return this.commands.get("script");
		}
		return this.commands.definitions()
			.filter((command) -> command.isNamedBy(scan.words()))
			.reduce((one, other) -> (other.words().size() > one.words().size()) ? other : one)
			.orElseThrow(() -> unknownCommand(scan.words()));
	}

	private static boolean isScript(List<String> words) {
		return !words.isEmpty() && (words.getFirst().equals("-") || words.getFirst().startsWith("@"));
	}

	private void check(CommandDefinition command, ArgvScan scan, List<String> arguments) {
		scan.options().keySet().stream().filter((name) -> command.option("--" + name).isEmpty()).forEach((name) -> {
			throw ArgvScan.unknownOption("--" + name, List.of(command));
		});
		if (arguments.size() < command.fewestArguments()) {
			throw new UsageException(command.parameters().get(arguments.size()).name() + " is missing",
					"usage: " + command.usage());
		}
		if (arguments.size() > command.mostArguments()) {
			throw unexpected(command, arguments);
		}
		if (command.passedOn() == null && !scan.passedOn().isEmpty()) {
			throw new UsageException("this command takes nothing after '--'", "usage: " + command.usage());
		}
	}

	private UsageException unexpected(CommandDefinition command, List<String> arguments) {
		String argument = arguments.get(command.mostArguments());
		return new UsageException("unexpected argument \"" + argument + "\"",
				new Correction(this.commands, command, arguments).line()
					.map((line) -> "write 'hjk " + line + "'")
					.orElseGet(() -> command.option("--prompt").isPresent()
							? "put a prompt in quotes after -p, such as -p \"fix the login\""
							: "usage: " + command.usage()));
	}

	private static ParsedInput input(CommandDefinition command, ArgvScan scan, List<String> arguments) {
		ParsedInput.Builder input = ParsedInput.builder().commandName(command.getName());
		scan.options()
			.forEach((name, value) -> input.addOption(CommandOption.with().longName(name).value(value).build()));
		List<String> words = Stream.concat(arguments.stream(), scan.passedOn().stream()).toList();
		for (int i = 0; i < words.size(); i++) {
			input.addArgument(new CommandArgument(i, words.get(i)));
		}
		return input.build();
	}

	private UsageException unknownCommand(List<String> words) {
		String typed = words.getFirst();
		List<CommandDefinition> family = this.commands.family(typed);
		if (!family.isEmpty()) {
			return new UsageException(
					"unknown command \"" + words.stream().limit(2).collect(Collectors.joining(" ")) + "\"",
					family.stream()
						.map((command) -> "'hjk " + command.getName() + "'")
						.collect(Collectors.joining(" or ", "there is ", "")));
		}
		return new UsageException("unknown command \"" + typed + "\"",
				NearestMatch.of(typed, this.commands.firstWords().toList())
					.map((nearest) -> "did you mean '" + nearest + "'?")
					.orElse("run 'hjk help' for the commands"));
	}

}

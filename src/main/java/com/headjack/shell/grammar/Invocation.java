package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/**
 * A command with what was given to it.
 *
 * @param syntax the command
 * @param options the options by their long names; a flag has the value {@code true}
 * @param arguments the words given by their place
 * @param passedOn the words behind {@code --}
 */
public record Invocation(CommandSyntax syntax, Map<String, String> options, List<String> arguments,
		List<String> passedOn) {

	private static final String PASSED_ON = "--";

	public Invocation {
		options = Map.copyOf(options);
		arguments = List.copyOf(arguments);
		passedOn = List.copyOf(passedOn);
	}

	/**
	 * Whether this is a command, which its name tells.
	 */
	public boolean isOf(CommandSyntax command) {
		return this.syntax.name().equals(command.name());
	}

	/**
	 * Reads back what {@link #toParsedInput()} wrote.
	 */
	public static Invocation of(CommandSyntax syntax, ParsedInput input) {
		Map<String, String> options = new LinkedHashMap<>();
		List<String> passedOn = new ArrayList<>();
		for (CommandOption option : input.options()) {
			String value = Objects.requireNonNullElse(option.value(), "");
			if (PASSED_ON.equals(option.longName())) {
				passedOn.add(value);
			}
			else {
				options.put(Objects.requireNonNull(option.longName()), value);
			}
		}
		return new Invocation(syntax, options, input.arguments().stream().map(CommandArgument::value).toList(),
				passedOn);
	}

	/**
	 * The invocation as Spring Shell hands it to a command. The words behind {@code --}
	 * become values of an option of that name.
	 */
	public ParsedInput toParsedInput() {
		ParsedInput.Builder builder = ParsedInput.builder().commandName(this.syntax.name());
		this.options
			.forEach((name, value) -> builder.addOption(CommandOption.with().longName(name).value(value).build()));
		this.passedOn
			.forEach((word) -> builder.addOption(CommandOption.with().longName(PASSED_ON).value(word).build()));
		for (int i = 0; i < this.arguments.size(); i++) {
			builder.addArgument(new CommandArgument(i, this.arguments.get(i)));
		}
		return builder.build();
	}

	public boolean flag(String name) {
		return this.options.containsKey(name);
	}

	public Optional<String> option(String name) {
		return Optional.ofNullable(this.options.get(name));
	}

	public Optional<String> argument(int index) {
		return Optional.ofNullable(argumentOrNull(index));
	}

	public String required(int index) {
		return this.arguments.get(index);
	}

	private @Nullable String argumentOrNull(int index) {
		return (index < this.arguments.size()) ? this.arguments.get(index) : null;
	}

}

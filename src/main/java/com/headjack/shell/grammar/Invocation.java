package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;

/**
 * A command's view of its command line, as Spring Shell passes it. The words after {@code
 * --} are arguments too; the divider separates them from the others.
 *
 * @param context Spring Shell's context
 */
public record Invocation(CommandContext context) {

	static final String DIVIDER = "--";

	/**
	 * The command.
	 * @return its definition
	 */
	public CommandDefinition command() {
		return ((CommandTable) this.context.commandRegistry()).get(this.context.parsedInput().commandName());
	}

	/**
	 * Whether the user gave an option.
	 * @param name the long name, without hyphens
	 * @return whether it was given
	 */
	public boolean flag(String name) {
		return option(name).isPresent();
	}

	/**
	 * The value of an option.
	 * @param name the long name, without hyphens
	 * @return the value, or empty if the option was not given
	 */
	public Optional<String> option(String name) {
		return Optional.ofNullable(this.context.getOptionByLongName(name)).map(CommandOption::value);
	}

	/**
	 * An argument.
	 * @param index its position, from 0
	 * @return the word, or empty if there are fewer
	 */
	public Optional<String> argument(int index) {
		return arguments().stream().skip(index).findFirst();
	}

	/**
	 * A required argument.
	 * @param index its position, from 0
	 * @return the word
	 */
	public String required(int index) {
		return arguments().get(index);
	}

	/**
	 * The arguments.
	 * @return the words before {@code --}, in order
	 */
	public List<String> arguments() {
		return words().stream().takeWhile((word) -> !word.equals(DIVIDER)).toList();
	}

	/**
	 * The words to pass on.
	 * @return the words after {@code --}
	 */
	public List<String> passedOn() {
		return words().stream().dropWhile((word) -> !word.equals(DIVIDER)).skip(1).toList();
	}

	private List<String> words() {
		return this.context.parsedInput().arguments().stream().map(CommandArgument::value).toList();
	}

}

package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;

/**
 * A view of a command line that Spring Shell hands to a command. The words behind
 * {@code --} are arguments too; that word divides them from the others.
 *
 * @param context what Spring Shell hands over
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
	 * Whether an option is given.
	 * @param name the long name, without hyphens
	 * @return whether it is
	 */
	public boolean flag(String name) {
		return option(name).isPresent();
	}

	/**
	 * The value of an option.
	 * @param name the long name, without hyphens
	 * @return the value, or empty if the option is not given
	 */
	public Optional<String> option(String name) {
		return Optional.ofNullable(this.context.getOptionByLongName(name)).map(CommandOption::value);
	}

	/**
	 * An argument.
	 * @param index its place, counted from 0
	 * @return the word, or empty if there are fewer
	 */
	public Optional<String> argument(int index) {
		return arguments().stream().skip(index).findFirst();
	}

	/**
	 * An argument that has to be there.
	 * @param index its place, counted from 0
	 * @return the word
	 */
	public String required(int index) {
		return arguments().get(index);
	}

	/**
	 * The arguments.
	 * @return the words by their place
	 */
	public List<String> arguments() {
		return words().stream().takeWhile((word) -> !word.equals(DIVIDER)).toList();
	}

	/**
	 * The words that are passed on.
	 * @return the words behind {@code --}
	 */
	public List<String> passedOn() {
		return words().stream().dropWhile((word) -> !word.equals(DIVIDER)).skip(1).toList();
	}

	private List<String> words() {
		return this.context.parsedInput().arguments().stream().map(CommandArgument::value).toList();
	}

}

package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;

import com.headjack.text.NearestMatch;

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
	 * Finds the longer command that a person may have meant by this one and its first
	 * argument.
	 * @return such as {@code auth status} for {@code auth stauts}, or empty if none is
	 * near
	 */
	public Optional<String> meant() {
		CommandTable commands = (CommandTable) this.context.commandRegistry();
		String before = command().getName() + " ";
		List<String> words = commands.shown()
			.map(CommandDefinition::getName)
			.filter((name) -> name.startsWith(before))
			.map((name) -> name.substring(before.length()))
			.toList();
		return argument(0).flatMap((typed) -> NearestMatch.of(typed, words)).map(before::concat);
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

package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import com.headjack.text.ShellWord;

/**
 * Finds the command line that a person meant who gave a command too many arguments.
 *
 * @param commands all commands
 * @param command the command
 * @param arguments its arguments
 */
record Correction(CommandTable commands, CommandDefinition command, List<String> arguments) {

	/**
	 * The command line without the program's name, or empty if nothing tells.
	 */
	Optional<String> line() {
		return joined().or(this::asOption);
	}

	/**
	 * Such as {@code kill BRANCH/SESSION} for {@code kill BRANCH SESSION}.
	 */
	private Optional<String> joined() {
		return this.command.parameters()
			.stream()
			.filter((parameter) -> this.arguments.size() == 2 && parameter.name().contains("[/"))
			.map((_) -> this.command.getName() + " " + ShellWord.quoted(String.join("/", this.arguments)))
			.findFirst();
	}

	/**
	 * Such as {@code auth AGENT --status} for {@code auth status AGENT}.
	 */
	private Optional<String> asOption() {
		List<String> words = this.command.words();
		String option = "--" + words.getLast();
		return Optional.of(words.getFirst())
			.filter((_) -> words.size() == 2 && this.arguments.size() == 1)
			.flatMap(this.commands::find)
			.filter((shorter) -> shorter.option(option).isPresent())
			.map((shorter) -> "%s %s %s".formatted(shorter.getName(), ShellWord.quoted(this.arguments.getFirst()),
					option));
	}

}

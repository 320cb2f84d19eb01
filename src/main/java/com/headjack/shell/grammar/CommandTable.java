package com.headjack.shell.grammar;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * Spring Shell's registry of the commands, kept in the order of help.
 */
public final class CommandTable extends CommandRegistry {

	private final Set<Command> commands;

	/**
	 * Creates an empty table.
	 */
	public CommandTable() {
		this(new LinkedHashSet<>());
	}

	private CommandTable(Set<Command> commands) {
		super(commands);
		this.commands = commands;
	}

	@Override
	public Set<Command> getCommands() {
		return Collections.unmodifiableSet(this.commands);
	}

	/**
	 * Adds commands.
	 * @param definitions the commands, in the order of help
	 * @return this
	 */
	public CommandTable register(List<CommandDefinition> definitions) {
		definitions.forEach(this::registerCommand);
		return this;
	}

	/**
	 * All commands.
	 * @return the commands, in the order of help
	 */
	public Stream<CommandDefinition> definitions() {
		return this.commands.stream().map(CommandDefinition.class::cast);
	}

	/**
	 * The commands to show to people.
	 * @return the commands that are not hidden and are available now
	 */
	public Stream<CommandDefinition> shown() {
		return definitions().filter((command) -> !command.isHidden())
			.filter((command) -> command.getAvailabilityProvider().get().isAvailable());
	}

	/**
	 * Finds a command.
	 * @param name its name, or an alias
	 * @return the command, or empty if there is none
	 */
	public Optional<CommandDefinition> find(String name) {
		return definitions().filter((command) -> command.getName().equals(name) || command.getAliases().contains(name))
			.findFirst();
	}

	/**
	 * Gets an existing command.
	 * @param name its name
	 * @return the command
	 */
	public CommandDefinition get(String name) {
		return find(name).orElseThrow(() -> new IllegalStateException("No command is named " + name));
	}

	/**
	 * The commands that a command line may be for.
	 * @param first the command line's first word
	 * @return the commands whose name begins with that word, or that have it as an alias
	 */
	List<CommandDefinition> family(String first) {
		return definitions().filter((command) -> command.beginsWith(first)).toList();
	}

	/**
	 * Whether a command begins with a word.
	 * @param word the word
	 * @return whether there is such a command or alias
	 */
	public boolean knows(String word) {
		return definitions().anyMatch((command) -> command.beginsWith(word));
	}

	/**
	 * The possible first words of a command line.
	 * @return the first words of names, and the aliases
	 */
	public Stream<String> firstWords() {
		return shown()
			.flatMap((command) -> Stream.concat(Stream.of(command.words().getFirst()), command.getAliases().stream()))
			.distinct();
	}

}

package com.headjack.shell.grammar;

import java.util.function.Supplier;

/**
 * The commands that one class carries out.
 *
 * @param <T> the class
 * @param heading the group's heading in help
 * @param owner supplies an object of the class when the first command runs
 * @param standsAlone whether they run without the application
 */
public record CommandGroup<T>(String heading, Supplier<T> owner, boolean standsAlone) {

	/**
	 * Creates a group of commands that need the application.
	 * @param <T> the class that carries them out
	 * @param heading the group's heading in help
	 * @param owner asks the application for the object
	 * @return the group, without commands yet
	 */
	public static <T> CommandGroup<T> of(String heading, Supplier<T> owner) {
		return new CommandGroup<>(heading, owner, false);
	}

	/**
	 * Creates a group of commands that run without the application.
	 * @param <T> the class that carries them out
	 * @param heading the group's heading in help
	 * @param owner the object that carries them out
	 * @return the group, without commands yet
	 */
	public static <T> CommandGroup<T> standingAlone(String heading, T owner) {
		return new CommandGroup<>(heading, () -> owner, true);
	}

	/**
	 * Begins the declaration of a command.
	 * @param name its name, one or more words
	 * @param summary what it does, in one line
	 * @return the declaration
	 */
	public CommandBuilder<T> command(String name, String summary) {
		return new CommandBuilder<>(this, name, summary);
	}

}

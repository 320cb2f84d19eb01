package com.headjack.shell.grammar;

import java.util.function.Supplier;

/**
 * The commands of one class.
 *
 * @param <T> the class that carries them out
 * @param heading what help lists them under
 * @param owner gives an object of the class, when the first command is executed
 * @param standsAlone whether they run without the application
 */
public record CommandGroup<T>(String heading, Supplier<T> owner, boolean standsAlone) {

	/**
	 * Commands of an object that the application makes.
	 * @param <T> the class that carries them out
	 * @param heading what help lists them under
	 * @param owner asks the application for the object
	 * @return the group, without commands yet
	 */
	public static <T> CommandGroup<T> of(String heading, Supplier<T> owner) {
		return new CommandGroup<>(heading, owner, false);
	}

	/**
	 * Commands of an object that is there already.
	 * @param <T> the class that carries them out
	 * @param heading what help lists them under
	 * @param owner the object
	 * @return the group, without commands yet
	 */
	public static <T> CommandGroup<T> standingAlone(String heading, T owner) {
		return new CommandGroup<>(heading, () -> owner, true);
	}

	/**
	 * Begins to declare a command.
	 * @param name its name, of one word or more
	 * @param summary what it does, in one line
	 * @return the declaration
	 */
	public CommandBuilder<T> command(String name, String summary) {
		return new CommandBuilder<>(this, name, summary);
	}

}

package com.headjack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A program to run on the host. Other users can see its arguments: none may be a secret.
 *
 * @param words the program and its arguments
 * @param directory the folder to run in, or {@code null} for the folder of this process
 * @param environment additional environment variables
 * @param withheld names of inherited environment variables to remove
 */
public record Command(List<String> words, @Nullable Path directory, Map<String, String> environment,
		Set<String> withheld) {

	public Command {
		words = List.copyOf(words);
		environment = Map.copyOf(environment);
		withheld = Set.copyOf(withheld);
	}

	/**
	 * A program that gets all of this process's own variables.
	 * @param words the program with its arguments
	 * @param directory the folder to run in, or {@code null} for this process's own
	 * @param environment variables on top of this process's own
	 */
	public Command(List<String> words, @Nullable Path directory, Map<String, String> environment) {
		this(words, directory, environment, Set.of());
	}

	/**
	 * Creates a command that runs in the folder of this process and inherits all its
	 * variables.
	 * @param words the program and its arguments
	 * @return the command
	 */
	public static Command of(String... words) {
		return new Command(List.of(words), null, Map.of());
	}

	/**
	 * The same program in another folder.
	 * @param directory the folder
	 * @return the command
	 */
	public Command in(Path directory) {
		return new Command(this.words, directory, this.environment, this.withheld);
	}

	/**
	 * The same program without some of this process's own variables.
	 * @param names the variables' names
	 * @return the command
	 */
	public Command without(Set<String> names) {
		return new Command(this.words, this.directory, this.environment, names);
	}

	/**
	 * Returns the program without its arguments.
	 * @return the first word
	 */
	public String program() {
		return this.words.getFirst();
	}

	@Override
	public String toString() {
		return "Command[" + program() + "]";
	}

}

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
 * @param deadline how long it may run
 * @param input the file that it reads as its stdin, or {@code null} for none
 */
public record Command(List<String> words, @Nullable Path directory, Map<String, String> environment,
		Set<String> withheld, Deadline deadline, @Nullable Path input) {

	public Command {
		words = List.copyOf(words);
		environment = Map.copyOf(environment);
		withheld = Set.copyOf(withheld);
	}

	/**
	 * Creates a command with the default deadline.
	 * @param words the program and its arguments
	 * @param directory the folder to run in, or {@code null} for the folder of this
	 * process
	 * @param environment additional environment variables
	 * @param withheld names of inherited environment variables to remove
	 */
	public Command(List<String> words, @Nullable Path directory, Map<String, String> environment,
			Set<String> withheld) {
		this(words, directory, environment, withheld, Deadline.DEFAULT, null);
	}

	/**
	 * Creates a command that runs in the folder of this process and inherits all its
	 * variables.
	 * @param words the program and its arguments
	 * @return the command
	 */
	public static Command of(String... words) {
		return new Command(List.of(words), null, Map.of(), Set.of());
	}

	/**
	 * Gives the command another deadline.
	 * @param other how long it may run
	 * @return the command with that deadline
	 */
	public Command within(Deadline other) {
		return new Command(this.words, this.directory, this.environment, this.withheld, other, this.input);
	}

	/**
	 * Gives the command a stdin.
	 * @param file the file that it reads
	 * @return the command with that input
	 */
	public Command reading(Path file) {
		return new Command(this.words, this.directory, this.environment, this.withheld, this.deadline, file);
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

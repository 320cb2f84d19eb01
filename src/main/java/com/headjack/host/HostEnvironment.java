package com.headjack.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The machine as this process sees it.
 *
 * @param operatingSystem the operating system
 * @param home the user's home folder
 * @param workingDirectory the folder in which Headjack was started
 * @param variables the environment variables
 * @param terminals the standard streams that are terminals
 */
public record HostEnvironment(OperatingSystem operatingSystem, Path home, Path workingDirectory,
		Map<String, String> variables, Set<StandardStream> terminals) {

	public HostEnvironment {
		variables = Map.copyOf(variables);
		terminals = Set.copyOf(terminals);
	}

	/**
	 * Describes this machine. The launcher lists the streams that are terminals in the
	 * system property {@code headjack.terminal}; without it, Java's console answers for
	 * all three.
	 * @return the machine
	 */
	public static HostEnvironment current() {
		Map<String, String> variables = System.getenv();
		String home = variables.getOrDefault("HOME", System.getProperty("user.home"));
		return new HostEnvironment(OperatingSystem.parse(System.getProperty("os.name", "")), Path.of(home),
				Path.of("").toAbsolutePath(), variables,
				StandardStream.terminals(System.getProperty("headjack.terminal")));
	}

	/**
	 * Finds an environment variable.
	 * @param name its name
	 * @return its value, or empty if it is unset or blank
	 */
	public Optional<String> variable(String name) {
		return Optional.ofNullable(this.variables.get(name)).filter((value) -> !value.isBlank());
	}

	/**
	 * Finds an environment variable that names a folder.
	 * @param name its name
	 * @return the folder, or empty if the variable is unset or not an absolute path
	 */
	public Optional<Path> folder(String name) {
		return variable(name).map(Path::of).filter(Path::isAbsolute);
	}

	/**
	 * Resolves a path from the user's configuration.
	 * @param text the path, absolute, below {@code ~}, or relative to the home folder
	 * @return the absolute path
	 */
	public Path resolve(String text) {
		boolean atHome = text.equals("~") || text.startsWith("~/");
		return this.home.resolve(atHome ? this.home + text.substring(1) : text);
	}

	/**
	 * Whether there is a user to ask.
	 * @return whether stdin and stderr are terminals
	 */
	public boolean interactive() {
		return this.terminals.containsAll(Set.of(StandardStream.STDIN, StandardStream.STDERR));
	}

	/**
	 * Whether a program can have the terminal: input and output are one.
	 * @return whether keys and screen are there
	 */
	public boolean attachable() {
		return this.terminals.containsAll(Set.of(StandardStream.STDIN, StandardStream.STDOUT));
	}

	/**
	 * Whether a stream is a terminal.
	 * @param stream the stream
	 * @return whether it is a terminal
	 */
	public boolean terminal(StandardStream stream) {
		return this.terminals.contains(stream);
	}

	@Override
	public String toString() {
		return "HostEnvironment[" + this.operatingSystem + "]";
	}

}

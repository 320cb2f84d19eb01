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
 * @param workingDirectory the folder that the command was given in
 * @param variables the environment variables
 * @param terminals which of the standard streams are a terminal
 */
public record HostEnvironment(OperatingSystem operatingSystem, Path home, Path workingDirectory,
		Map<String, String> variables, Set<StandardStream> terminals) {

	public HostEnvironment {
		variables = Map.copyOf(variables);
		terminals = Set.copyOf(terminals);
	}

	/**
	 * This machine, as this process sees it.
	 * @return the machine; which streams are a terminal is told by the launcher in the
	 * system property {@code headjack.terminal}, or else by Java for all at once
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
	 * @return its value, or empty if it is not set or blank
	 */
	public Optional<String> variable(String name) {
		return Optional.ofNullable(this.variables.get(name)).filter((value) -> !value.isBlank());
	}

	/**
	 * Finds an environment variable that names a folder.
	 * @param name its name
	 * @return the folder, or empty if the variable is not set or not an absolute path
	 */
	public Optional<Path> folder(String name) {
		return variable(name).map(Path::of).filter(Path::isAbsolute);
	}

	/**
	 * Finds the path that a user wrote.
	 * @param text the path, which may begin with {@code ~} or be relative to the home
	 * folder
	 * @return the absolute path
	 */
	public Path resolve(String text) {
		boolean atHome = text.equals("~") || text.startsWith("~/");
		return this.home.resolve(atHome ? this.home + text.substring(1) : text);
	}

	/**
	 * Whether a person can be asked: input and the messages' stream are a terminal.
	 * @return whether there is somebody to ask
	 */
	public boolean interactive() {
		return this.terminals.containsAll(Set.of(StandardStream.STDIN, StandardStream.STDERR));
	}

	/**
	 * Whether a stream is a terminal.
	 * @param stream the stream
	 * @return whether it is one
	 */
	public boolean terminal(StandardStream stream) {
		return this.terminals.contains(stream);
	}

	@Override
	public String toString() {
		return "HostEnvironment[" + this.operatingSystem + "]";
	}

}

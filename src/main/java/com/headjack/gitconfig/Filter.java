package com.headjack.gitconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A filter as the host defines it.
 *
 * @param key the key of one of its settings
 * @param clean the command for files that are committed, or empty
 * @param smudge the command for files that are checked out, or empty
 * @param process the command for both, or empty
 */
record Filter(ConfigurationKey key, Optional<ShellCommand> clean, Optional<ShellCommand> smudge,
		Optional<ShellCommand> process) {

	/**
	 * Passes all content on.
	 */
	private static final String NOTHING = "cat";

	static Filter of(HostListing host, ConfigurationKey key) {
		return new Filter(key, command(host, key.named("clean")), command(host, key.named("smudge")),
				command(host, key.named("process")));
	}

	private static Optional<ShellCommand> command(HostListing host, ConfigurationKey key) {
		return host.last(key).map(HostEntry::value).filter((value) -> !value.isBlank()).map(ShellCommand::new);
	}

	String name() {
		return String.valueOf(this.key.subsection());
	}

	private Stream<ShellCommand> commands() {
		return Stream.of(this.clean, this.smudge, this.process).flatMap(Optional::stream);
	}

	/**
	 * Returns the programs that it needs.
	 */
	Stream<String> programs() {
		return commands().flatMap((command) -> command.programs().stream());
	}

	/**
	 * Returns what it needs and a container does not have.
	 * @param found the programs that the container has
	 * @return a name for people to read, or empty if it has all
	 */
	Optional<String> missing(Set<String> found) {
		return commands().filter((command) -> !runs(command, found)).map(ShellCommand::name).findFirst();
	}

	private static boolean runs(ShellCommand command, Set<String> found) {
		return !command.programs().isEmpty() && found.containsAll(command.programs());
	}

	/**
	 * Returns its settings in a container. Git refuses to add a file if the filter fails.
	 * @param found the programs that the container surely has
	 * @return the settings
	 */
	List<ConfigurationEntry> entries(Set<String> found) {
		if (commands().findAny().isEmpty()) {
			return nothing(this.key);
		}
		List<ConfigurationEntry> entries = new ArrayList<>();
		boolean alone = this.clean.isEmpty() && this.smudge.isEmpty();
		this.process.filter((command) -> runs(command, found) || (alone && !command.programs().isEmpty()))
			.ifPresent((command) -> entries.add(entry("process", command.text())));
		entries.add(entry("clean", wrapped("clean", this.clean, alone)));
		entries.add(entry("smudge", wrapped("smudge", this.smudge, alone)));
		entries.add(entry("required", "true"));
		return entries;
	}

	/**
	 * Returns the settings of a filter that the host does not have.
	 */
	static List<ConfigurationEntry> nothing(ConfigurationKey key) {
		return Stream.of("clean", "smudge", "process", "required")
			.map((name) -> new ConfigurationEntry(key.named(name).toString(), name.equals("required") ? "false" : ""))
			.toList();
	}

	private String wrapped(String kind, Optional<ShellCommand> command, boolean alone) {
		if (command.isPresent()) {
			return "headjack_path=%f " + Wrapper.of(kind, name(), command.get(), "f");
		}
		return alone ? "headjack_path=%f " + Wrapper.without(kind, name(), this.process.orElseThrow()) : NOTHING;
	}

	private ConfigurationEntry entry(String name, String value) {
		return new ConfigurationEntry(this.key.named(name).toString(), value);
	}

}

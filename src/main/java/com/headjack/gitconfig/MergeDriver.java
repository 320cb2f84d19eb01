package com.headjack.gitconfig;

import java.util.Optional;
import java.util.Set;

/**
 * A merge driver as the host defines it.
 *
 * @param name its name
 * @param command its command
 */
record MergeDriver(String name, ShellCommand command) {

	private static final String PLACEHOLDERS = "OABLPSXY";

	/**
	 * Returns its command in a container. Without its program, a file becomes a conflict.
	 */
	String inContainer() {
		StringBuilder line = new StringBuilder();
		PLACEHOLDERS.chars()
			.mapToObj((letter) -> String.valueOf((char) letter))
			.forEach((letter) -> line.append("headjack_").append(letter).append("=%").append(letter).append(' '));
		return line.append(Wrapper.of("merge", this.name, this.command, PLACEHOLDERS)).toString();
	}

	/**
	 * Returns what it needs and a container does not have.
	 */
	Optional<String> missing(Set<String> found) {
		boolean runs = !this.command.programs().isEmpty() && found.containsAll(this.command.programs());
		return runs ? Optional.empty() : Optional.of(this.command.name());
	}

}

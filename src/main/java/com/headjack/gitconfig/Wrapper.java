package com.headjack.gitconfig;

import static com.headjack.gitconfig.ShellCommand.quoted;

/**
 * Writes the command lines that run the host's programs in a container, if it has them.
 */
final class Wrapper {

	private Wrapper() {
	}

	/**
	 * Wraps a command line.
	 * @param kind what it is for
	 * @param name the name of the filter or driver
	 * @param command the command line
	 * @param placeholders the letters of the placeholders that git replaces
	 * @return the command line for the container
	 */
	static String of(String kind, String name, ShellCommand command, String placeholders) {
		if (command.programs().isEmpty()) {
			return without(kind, name, command);
		}
		String line = placeholders.isEmpty() ? command.text() : command.withVariables(placeholders);
		return line(kind, escaped(name, placeholders), String.join(" ", command.programs()), line);
	}

	/**
	 * Writes a command line for a program that no container has.
	 */
	static String without(String kind, String name, ShellCommand command) {
		return line(kind, escaped(name, "f"), command.name(), "");
	}

	private static String escaped(String name, String placeholders) {
		return placeholders.isEmpty() ? name : name.replace("%", "%%");
	}

	private static String line(String kind, String name, String programs, String command) {
		return String.join(" ", "sh", ContainerFiles.path(ContainerFiles.DRIVER), kind, quoted(name), quoted(programs),
				quoted(command));
	}

}

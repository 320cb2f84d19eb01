package com.headjack.shell.grammar;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The launcher's table of commands, by which it chooses the cache to start Java with. The
 * table is a shell function, made when hjk is built.
 */
public final class LauncherTable {

	private static final String FUNCTION = """
			# Made from the commands of hjk by 'hjk launcher'.

			# takes NAME: sets what a command takes that needs the application; fails for any other name.
			takes() {
				case $1 in
			COMMANDS
					*) return 1 ;;
				esac
			}""";

	private static final int MANY = 999;

	private LauncherTable() {
	}

	/**
	 * Writes the function.
	 * @param table the commands
	 * @return the function's source
	 */
	public static String of(CommandTable table) {
		return FUNCTION.replace("COMMANDS",
				table.shown()
					.filter((command) -> !command.standsAlone())
					.map(LauncherTable::line)
					.collect(Collectors.joining("\n")));
	}

	private static String line(CommandDefinition command) {
		String names = Stream.concat(Stream.of(command.getName()), command.getAliases().stream())
			.map((name) -> "'" + name + "'")
			.collect(Collectors.joining(" | "));
		List<Option> options = command.allOptions().filter((option) -> !option.name().equals("help")).toList();
		return "\t\t" + names + ") least=" + command.fewestArguments() + " most="
				+ Math.min(command.mostArguments(), MANY) + " flags=' "
				+ names(options.stream().filter((option) -> !option.takesValue())) + " ' valued=' "
				+ names(options.stream().filter(Option::takesValue)) + " ' rest="
				+ ((command.passedOn() != null) ? "any" : "none") + " ;;";
	}

	private static String names(Stream<Option> options) {
		return options.flatMap(Option::forms).collect(Collectors.joining(" "));
	}

}

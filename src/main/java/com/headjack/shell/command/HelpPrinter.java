package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * Prints help.
 */
public final class HelpPrinter {

	private final CommandTable table;

	private final Output output;

	/**
	 * Creates a printer.
	 * @param table the commands
	 * @param output the output to print to
	 */
	public HelpPrinter(CommandTable table, Output output) {
		this.table = table;
		this.output = output;
	}

	/**
	 * Prints all commands, one line each.
	 */
	public void overview() {
		line("Runs coding agents in containers, one per git branch, with your credentials.");
		line("");
		line("usage: hjk COMMAND [ARGUMENTS] [OPTIONS]");
		line("       hjk                the interactive shell");
		line("       hjk @FILE, hjk -   the commands of a file, or of stdin");
		line("       hjk --version      the version");
		Map<String, List<CommandDefinition>> groups = this.table.shown()
			.collect(Collectors.groupingBy(CommandDefinition::getGroup, LinkedHashMap::new, Collectors.toList()));
		groups.forEach((group, commands) -> {
			heading(group);
			table(commands.stream().map((command) -> Map.entry(command.getName(), command.getDescription())));
		});
		options("Options of every command", GlobalOptions.DECLARED.stream());
		line("");
		line("'hjk help COMMAND' shows the arguments, options and examples of a command.");
	}

	/**
	 * Prints the help of a command.
	 * @param command the command
	 */
	public void print(CommandDefinition command) {
		if (command.getName().equals("help")) {
			overview();
			return;
		}
		line(command.getDescription());
		line("");
		line("usage: " + command.getHelp());
		if (!command.getAliases().isEmpty()) {
			line("alias: " + String.join(", ", command.getAliases()));
		}
		options("Options", command.allOptions());
		heading("Examples");
		command.examples().forEach((example) -> line("  " + example));
		related(command);
	}

	private void related(CommandDefinition command) {
		List<CommandDefinition> longer = this.table.shown()
			.filter((other) -> other.getName().startsWith(command.getName() + " "))
			.toList();
		if (!longer.isEmpty()) {
			heading("See also");
			table(longer.stream().map((other) -> Map.entry("hjk " + other.getName(), other.getDescription())));
		}
	}

	private void options(String heading, Stream<Option> options) {
		heading(heading);
		table(options.map((option) -> Map.entry(option.usage(), option.summary())));
	}

	private void heading(String heading) {
		line("");
		line(heading + ":");
	}

	private void table(Stream<Map.Entry<String, String>> rows) {
		Table table = Table.terms();
		rows.forEach((row) -> table.row(row.getKey(), row.getValue()));
		table.print(this.output);
	}

	private void line(String line) {
		this.output.result(line);
	}

}

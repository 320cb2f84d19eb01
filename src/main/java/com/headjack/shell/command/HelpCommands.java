package com.headjack.shell.command;

import java.util.List;

import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.text.NearestMatch;

/**
 * The commands for help and version.
 */
final class HelpCommands {

	private final CommandTable table;

	private final Output output;

	HelpCommands(CommandTable table, Output output) {
		this.table = table;
		this.output = output;
	}

	List<CommandDefinition> commands(SharedOptions shared) {
		CommandGroup<HelpCommands> group = CommandGroup.standingAlone(Commands.OTHER, this);
		return List.of(
				group.command("version", "Show the version")
					.with(shared.output())
					.examples("hjk version", "hjk version -o json")
					.calls(HelpCommands::version),
				group.command("help", "Show help, or the help of a command")
					.takes(Parameter.repeated("COMMAND",
							Words.from(() -> this.table.shown().map(CommandDefinition::getName))))
					.examples("hjk help", "hjk help run", "hjk help auth status")
					.calls(HelpCommands::help));
	}

	private int help(Invocation invocation) {
		HelpPrinter help = new HelpPrinter(this.table, this.output);
		if (invocation.arguments().isEmpty()) {
			help.overview();
			return ExitCodes.DONE;
		}
		String name = String.join(" ", invocation.arguments());
		help.print(this.table.find(name).orElseThrow(() -> unknown(name)));
		return ExitCodes.DONE;
	}

	private UsageException unknown(String name) {
		List<String> below = this.table.shown()
			.map(CommandDefinition::getName)
			.filter((command) -> command.startsWith(name + " "))
			.map((command) -> "'hjk help " + command + "'")
			.toList();
		if (!below.isEmpty()) {
			return new UsageException("\"" + name + "\" is not a whole command", "run " + String.join(" or ", below));
		}
		return new UsageException("unknown command \"" + name + "\"",
				NearestMatch.of(name, this.table.shown().map(CommandDefinition::getName).toList())
					.map((nearest) -> "did you mean 'hjk help " + nearest + "'?")
					.orElse("run 'hjk help' for the commands"));
	}

	private int version(Invocation invocation) {
		ApplicationVersion version = ApplicationVersion.read(System.getProperty("headjack.home"));
		if (Listing.json(invocation)) {
			Listing.print(this.output, version.members());
			return ExitCodes.DONE;
		}
		List.of("headjack " + version.number(), "commit: " + version.commit(), "built: " + version.built())
			.forEach(this.output::result);
		return ExitCodes.DONE;
	}

}

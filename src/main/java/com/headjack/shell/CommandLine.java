package com.headjack.shell;

import java.util.List;

import com.headjack.host.HostEnvironment;
import com.headjack.shell.command.Application;
import com.headjack.shell.command.Commands;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

/**
 * The command line: all commands, with their parser and runner. It starts the application
 * only for a command that needs it.
 */
public final class CommandLine {

	private final Application application;

	private final CommandTable table;

	private final ArgvRunner runner;

	private CommandLine(Application application, CommandTable table, ArgvRunner runner) {
		this.application = application;
		this.table = table;
		this.runner = runner;
	}

	/**
	 * Sets up the command line.
	 * @param application makes the objects that commands need
	 * @param host the machine
	 * @param console the terminal
	 * @param output the output of commands
	 * @return the command line
	 */
	public static CommandLine of(Application application, HostEnvironment host, Console console, Output output) {
		CommandTable table = new CommandTable();
		ArgvRunner runner = new ArgvRunner(table, RootGuard.of(host), output);
		Commands.register(table, application, host, console, output);
		table.register(ShellCommands.commands(table, runner, application, host, console, output));
		return new CommandLine(application, table, runner);
	}

	CommandTable table() {
		return this.table;
	}

	/**
	 * Runs a command line.
	 * @param argv its words, without the program's name
	 * @return the exit code
	 */
	public int run(List<String> argv) {
		return this.runner.run(argv, (invocation) -> this.application.configure(GlobalOptions.of(invocation)));
	}

	/**
	 * Whether a command line runs without the application.
	 * @param argv its words, without the program's name
	 * @return whether it is invalid, asks for help, or has a command that stands alone
	 */
	public boolean standsAlone(List<String> argv) {
		try {
			Invocation invocation = this.runner.parse(argv);
			return invocation.flag("help") || invocation.command().standsAlone();
		}
		catch (UsageException ex) {
			return true;
		}
	}

}

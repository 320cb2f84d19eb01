package com.headjack.shell.command;

import com.headjack.host.HostEnvironment;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

/**
 * All command classes. Each declares its commands beside its methods.
 */
public final class Commands {

	/**
	 * The heading in help for commands without a group of their own.
	 */
	public static final String OTHER = "Other";

	private Commands() {
	}

	/**
	 * Registers the commands.
	 * @param table the table to add them to
	 * @param application makes the objects that carry them out
	 * @param host the machine
	 * @param console the terminal
	 * @param output their output
	 */
	public static void register(CommandTable table, Application application, HostEnvironment host, Console console,
			Output output) {
		LiveValues live = new LiveValues(host);
		SharedOptions shared = new SharedOptions(live);
		table.register(AuthCommands.commands(application, shared))
			.register(AccountCommands.commands(application, shared))
			.register(SyncCommand.commands(application, shared))
			.register(JournalCommand.commands(application, shared))
			.register(ExportCommand.commands(application, shared))
			.register(MigrationCommand.commands(application, live))
			.register(InstanceCommands.commands(application, shared))
			.register(SessionCommands.commands(application, shared))
			.register(EngineCommands.commands(application, shared))
			.register(TrustCommands.commands(application, shared))
			.register(ConfigCommands.commands(shared, host, console.streams(), output))
			.register(ImageCommands.commands(application, shared))
			.register(ResidentCommands.commands(shared, host, output))
			.register(DoctorCommand.commands(application, shared))
			.register(AuditCommand.commands(application, shared))
			.register(new CompletionCommands(table, output).commands())
			.register(new HelpCommands(table, output).commands(shared));
	}

}

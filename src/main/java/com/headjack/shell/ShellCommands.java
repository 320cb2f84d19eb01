package com.headjack.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.springframework.shell.core.command.availability.Availability;

import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.shell.command.Application;
import com.headjack.shell.command.Commands;
import com.headjack.shell.command.HelpPrinter;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.CommandText;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * The commands that run other commands.
 */
final class ShellCommands {

	private final CommandTable table;

	private final ArgvRunner runner;

	private final InteractiveShell shell;

	private final HostEnvironment host;

	private final InputStream input;

	private final Output output;

	private boolean running;

	private ShellCommands(CommandTable table, ArgvRunner runner, InteractiveShell shell, HostEnvironment host,
			InputStream input, Output output) {
		this.table = table;
		this.runner = runner;
		this.shell = shell;
		this.host = host;
		this.input = input;
		this.output = output;
	}

	static List<CommandDefinition> commands(CommandTable table, ArgvRunner runner, Application application,
			HostEnvironment host, Console console, Output output) {
		InteractiveShell shell = new InteractiveShell(runner, table, application, host, console, output);
		ShellCommands commands = new ShellCommands(table, runner, shell, host, console.streams().input(), output);
		CommandGroup<ShellCommands> group = CommandGroup.of(Commands.OTHER, () -> commands);
		return List.of(
				group.command("shell", "Start the interactive shell")
					.examples("hjk", "hjk shell")
					.hidden()
					.available(commands::availability)
					.calls(ShellCommands::shell),
				group.command("script", "Run the commands of a file, or of stdin")
					.takes(Parameter.required("SOURCE", Words.any()))
					.examples("hjk @setup.hjk", "echo ps | hjk -")
					.hidden()
					.calls(ShellCommands::script));
	}

	private Availability availability() {
		return this.running ? Availability.unavailable("you are already in the shell") : Availability.available();
	}

	private int shell(Invocation invocation) {
		if (!this.host.attachable()) {
			new HelpPrinter(this.table, this.output).overview();
			return ExitCodes.DONE;
		}
		this.running = true;
		return this.shell.run();
	}

	private int script(Invocation invocation) {
		this.running = true;
		String source = invocation.required(0);
		Script script = source.equals("-") ? piped()
				: Script.read(this.host.workingDirectory().resolve(Path.of(source.replaceFirst("^@", ""))));
		for (CommandText.Line line : script.lines()) {
			int code = this.runner.runLine(line.withoutProgram());
			if (code != ExitCodes.DONE) {
				this.output.message(
						"%s:%s: stopped at '%s'".formatted(script.name(), line.number(), line.values().getFirst()));
				return code;
			}
		}
		return ExitCodes.DONE;
	}

	private Script piped() {
		if (this.host.terminal(StandardStream.STDIN)) {
			throw new UsageException("stdin is a terminal and holds no script",
					"run 'hjk @FILE', or 'hjk' alone for the interactive shell");
		}
		try {
			return Script.read("stdin", this.input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

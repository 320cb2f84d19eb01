package com.headjack.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.shell.command.HelpPrinter;
import com.headjack.shell.grammar.CommandText;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * The ways to give many commands.
 */
final class ShellCommands {

	private final InteractiveShell shell;

	private final ArgvRunner runner;

	private final HelpPrinter help;

	private final HostEnvironment host;

	private final InputStream input;

	private final Output output;

	ShellCommands(InteractiveShell shell, ArgvRunner runner, HelpPrinter help, HostEnvironment host, InputStream input,
			Output output) {
		this.shell = shell;
		this.runner = runner;
		this.help = help;
		this.host = host;
		this.input = input;
		this.output = output;
	}

	int shell(Invocation invocation) {
		if (this.host.terminals().containsAll(Set.of(StandardStream.STDIN, StandardStream.STDOUT))) {
			return this.shell.run();
		}
		this.help.overview();
		return ExitCodes.DONE;
	}

	int script(Invocation invocation) {
		String source = invocation.required(0);
		Script script = source.equals("-") ? piped()
				: Script.read(this.host.workingDirectory().resolve(Path.of(source.substring(1))));
		for (CommandText.Line line : script.lines()) {
			List<String> words = line.values();
			int code = this.runner.runLine(words.getFirst().equals("hjk") ? words.subList(1, words.size()) : words);
			if (code != ExitCodes.DONE) {
				this.output.message("%s:%s: stopped at '%s'".formatted(script.name(), line.number(), words.getFirst()));
				return code;
			}
		}
		return ExitCodes.DONE;
	}

	private Script piped() {
		if (this.host.terminal(StandardStream.STDIN)) {
			throw new UsageException("no script is piped in", "write 'hjk @FILE', or 'hjk' alone for the shell");
		}
		try {
			return Script.read("stdin", this.input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package com.headjack.shell;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * Runs one command line.
 */
public final class ArgvRunner {

	private static final InputReader NO_INPUT = new InputReader() {
	};

	private final ArgvParser parser;

	private final CommandRegistry registry;

	private final HelpPrinter help;

	private final Output output;

	ArgvRunner(ArgvParser parser, CommandRegistry registry, HelpPrinter help, Output output) {
		this.parser = parser;
		this.registry = registry;
		this.help = help;
		this.output = output;
	}

	/**
	 * Runs a command line and prints what came of it.
	 * @param argv its words, without the program's name
	 * @return the exit code
	 */
	public int run(List<String> argv) {
		try {
			return execute(this.parser.parse(argv));
		}
		catch (RuntimeException ex) {
			return new FailurePrinter(this.output, argv.contains("--debug")).print(ex);
		}
		finally {
			this.output.flush();
		}
	}

	private int execute(Invocation invocation) {
		if (invocation.flag("help")) {
			this.help.print(invocation.syntax());
			return ExitCodes.DONE;
		}
		Command command = Objects.requireNonNull(this.registry.getCommandByName(invocation.syntax().name()));
		PrintWriter writer = new PrintWriter(this.output.results(), false, StandardCharsets.UTF_8);
		try {
			return command.execute(new CommandContext(invocation.toParsedInput(), this.registry, writer, NO_INPUT))
				.code();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}

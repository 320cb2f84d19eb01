package com.headjack.shell;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;

import com.headjack.shell.command.HelpPrinter;
import com.headjack.shell.grammar.ArgvParser;
import com.headjack.shell.grammar.Grammar;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * Runs one command line.
 */
public final class ArgvRunner {

	/**
	 * What a run ends with whose configuration was changed by it.
	 */
	public static final int AGAIN = InteractiveShell.AGAIN;

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
	 * @return the exit code, or {@link #AGAIN} if the same is to be run by an application
	 * that is started anew
	 */
	public int run(List<String> argv) {
		return run(argv, this.parser::parse);
	}

	/**
	 * Runs a line of the shell or of a script.
	 * @return the exit code
	 */
	int runLine(List<String> words) {
		int code = run(words, this::parseLine);
		// Whoever interrupted this line has not interrupted the next one.
		Thread.interrupted();
		return code;
	}

	private Invocation parseLine(List<String> words) {
		Invocation invocation = this.parser.parse(words);
		if (invocation.isOf(Grammar.SHELL)) {
			throw new UsageException("this is the shell already", "'help' lists the commands");
		}
		if (invocation.option("profile").isPresent()) {
			throw new UsageException("a profile is chosen when hjk starts", "run 'hjk --profile NAME'");
		}
		return invocation;
	}

	private int run(List<String> argv, Function<List<String>, Invocation> parsing) {
		try {
			return execute(parsing.apply(argv));
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

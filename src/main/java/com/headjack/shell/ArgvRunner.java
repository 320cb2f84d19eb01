package com.headjack.shell;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.availability.Availability;

import com.headjack.host.SystemText;
import com.headjack.shell.command.HelpPrinter;
import com.headjack.shell.grammar.ArgvParser;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;

/**
 * Runs one command line.
 */
final class ArgvRunner {

	private static final InputReader NO_INPUT = new InputReader() {
	};

	/**
	 * Commands write to the {@link Output} alone.
	 */
	private static final PrintWriter NO_WRITER = new PrintWriter(Writer.nullWriter());

	private final CommandTable table;

	private final RootGuard guard;

	private final Output output;

	ArgvRunner(CommandTable table, RootGuard guard, Output output) {
		this.table = table;
		this.guard = guard;
		this.output = output;
	}

	/**
	 * Parses a command line.
	 * @param argv its words, without the program's name
	 * @throws UsageException if the words are not a valid command, or not UTF-8
	 */
	Invocation parse(List<String> argv) {
		requireUtf8(argv);
		return new Invocation(
				new CommandContext(new ArgvParser(this.table).parse(argv), this.table, NO_WRITER, NO_INPUT));
	}

	private static void requireUtf8(List<String> argv) {
		for (int i = 0; i < argv.size(); i++) {
			int number = i + 1;
			SystemText.flaw(argv.get(i)).ifPresent((flaw) -> {
				throw new UsageException("argument %s holds %s, which is not UTF-8".formatted(number, flaw),
						"type it in a UTF-8 locale, such as LC_ALL=C.UTF-8, or convert it with iconv");
			});
		}
	}

	/**
	 * Runs a command line, and prints the reason if it fails.
	 * @param argv its words, without the program's name
	 * @param check receives the parsed command line before it runs, and may refuse it
	 * @return the exit code
	 */
	int run(List<String> argv, Consumer<Invocation> check) {
		int code = attempt(argv, check);
		return this.output.loss().map(this::lost).orElse(code);
	}

	private int lost(String reason) {
		this.output.message("error: cannot write to stdout: " + reason);
		this.output.message("hint: make sure that there is room where stdout goes, and run the command again");
		return ExitCodes.FAILED;
	}

	private int attempt(List<String> argv, Consumer<Invocation> check) {
		try {
			Invocation invocation = parse(argv);
			check.accept(invocation);
			return execute(invocation);
		}
		catch (RuntimeException ex) {
			return new FailurePrinter(this.output, argv.contains("--debug")).print(ex);
		}
		finally {
			this.output.flush();
		}
	}

	/**
	 * Runs a line of the shell or of a script.
	 * @return the exit code
	 */
	int runLine(List<String> words) {
		int code = run(words, ArgvRunner::refuseProfile);
		// Clears an interrupt of this line, so that it does not end the next one.
		Thread.interrupted();
		return code;
	}

	private static void refuseProfile(Invocation line) {
		if (line.option("profile").isPresent()) {
			throw new UsageException("--profile can only be given when hjk starts", "run 'hjk --profile NAME'");
		}
	}

	private int execute(Invocation invocation) {
		CommandDefinition command = invocation.command();
		if (invocation.flag("help")) {
			new HelpPrinter(this.table, this.output).print(command);
			return ExitCodes.DONE;
		}
		Availability availability = command.getAvailabilityProvider().get();
		if (!availability.isAvailable()) {
			throw new UsageException(String.valueOf(availability.reason()), "'help' lists the commands");
		}
		this.guard.check(invocation);
		return command.execute(invocation.context()).code();
	}

}

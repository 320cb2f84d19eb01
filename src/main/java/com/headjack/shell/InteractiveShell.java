package com.headjack.shell;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import com.headjack.agent.AgentCatalog;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.KnownVariable;
import com.headjack.host.SystemText;
import com.headjack.process.ProcessRunner;
import com.headjack.shell.command.Application;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.grammar.CommandText;
import com.headjack.shell.grammar.Completion;
import com.headjack.shell.grammar.LineParser;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.text.VisibleText;
import com.headjack.worktree.Worktrees;

/**
 * Reads commands from a person and runs them one by one.
 */
final class InteractiveShell {

	private static final List<String> LEAVE = List.of("exit", "quit");

	private static final List<String> CHANGING_CONFIGURATION = List.of("config", "auth default", "engine add",
			"engine default", "engine remove", "engine rm");

	private final ArgvRunner runner;

	private final CommandTable table;

	private final Application application;

	private final HostEnvironment host;

	private final Console console;

	private final Output output;

	InteractiveShell(ArgvRunner runner, CommandTable table, Application application, HostEnvironment host,
			Console console, Output output) {
		this.runner = runner;
		this.table = table;
		this.application = application;
		this.host = host;
		this.console = console;
		this.output = output;
	}

	/**
	 * Runs commands until the person leaves.
	 * @return the exit code of the last command
	 */
	int run() {
		try {
			Terminal terminal = this.console.hold();
			Thread person = Thread.currentThread();
			terminal.handle(Terminal.Signal.INT, (_) -> {
				// Start a new line: the terminal has printed ^C after the command's
				// output.
				this.output.message("");
				person.interrupt();
			});
			LineReader reader = reader(terminal);
			if (reader.getHistory().isEmpty()) {
				this.output.message("'help' lists the commands, Tab completes them, 'exit' or Ctrl-D leaves.");
			}
			return run(reader);
		}
		finally {
			this.console.release();
		}
	}

	private LineReader reader(Terminal terminal) {
		HostPaths paths = HostPaths.of(this.host);
		CommandHistory history = new CommandHistory(AgentCatalog.of(paths), this.table);
		Completion completion = new Completion(this.table);
		LineReader reader = LineReaderBuilder.builder()
			.appName("hjk")
			.terminal(terminal)
			.parser(new LineParser())
			.completer((_, line, candidates) -> completion
				.complete(CommandText.withoutProgram(line.words().subList(0, line.wordIndex())), line.word())
				.forEach((word) -> candidates.add(new Candidate(word))))
			.history(history)
			.variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
			.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
			.option(LineReader.Option.INSERT_TAB, false)
			.option(LineReader.Option.AUTO_MENU, false)
			.build();
		history.keep(reader, paths.history());
		return reader;
	}

	private int run(LineReader reader) {
		int code = ExitCodes.DONE;
		while (true) {
			try {
				List<String> words = next(reader);
				if (LEAVE.contains(String.join(" ", words))) {
					return code;
				}
				code = words.isEmpty() ? code : run(words);
				if (changesConfiguration(words)) {
					this.application.stop();
				}
			}
			catch (UserInterruptException ex) {
				code = ExitCodes.INTERRUPTED;
			}
			catch (EndOfFileException ex) {
				return code;
			}
		}
	}

	/**
	 * What is typed ahead of a prompt for a secret must not show.
	 */
	private int run(List<String> words) {
		return words.getFirst().equals("auth")
				? this.console.hushed(TerminalBuilder.SystemOutput.SysOut, () -> this.runner.runLine(words))
				: this.runner.runLine(words);
	}

	private List<String> next(LineReader reader) {
		Deque<CommandText.Line> typed = this.console.typed();
		if (typed.isEmpty()) {
			typed.addAll(CommandText.of(SystemText.marked(reader.readLine(prompt()))).lines());
		}
		return typed.isEmpty() ? List.of() : typed.pop().withoutProgram();
	}

	private static boolean changesConfiguration(List<String> words) {
		String line = String.join(" ", words);
		return CHANGING_CONFIGURATION.stream().anyMatch(line::startsWith);
	}

	private String prompt() {
		AttributedStringBuilder prompt = new AttributedStringBuilder();
		place().ifPresent((place) -> prompt.styled(AttributedStyle::faint, place).append(' '));
		prompt.append("hjk> ");
		return this.host.variable(KnownVariable.NO_COLOR).isPresent() ? prompt.toString() : prompt.toAnsi();
	}

	/**
	 * The repository and branch that commands apply to.
	 */
	private Optional<String> place() {
		try {
			Path folder = this.host.workingDirectory();
			Worktrees worktrees = new Worktrees(ProcessRunner.ofSystem(this.host), HostPaths.of(this.host).worktrees());
			String name = worktrees.repository(folder).name();
			return Optional
				.of(VisibleText.line(worktrees.head(folder).map((branch) -> name + ":" + branch).orElse(name)));
		}
		catch (HeadjackException ex) {
			return Optional.empty();
		}
	}

}

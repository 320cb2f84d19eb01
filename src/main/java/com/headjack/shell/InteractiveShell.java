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
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.shell.grammar.CommandText;
import com.headjack.shell.grammar.Completion;
import com.headjack.shell.grammar.LineParser;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.worktree.Worktrees;

/**
 * Takes commands one after the other, from a person.
 */
final class InteractiveShell {

	/**
	 * What the shell ends with when a new one is to go on with a changed configuration.
	 */
	static final int AGAIN = -1;

	private static final List<String> LEAVE = List.of("exit", "quit");

	private static final List<String> DEFAULT_ACCOUNT = List.of("auth", "default");

	private final ArgvRunner runner;

	private final Completion completion;

	private final CommandHistory history;

	private final Path historyFile;

	private final Worktrees worktrees;

	private final HostEnvironment host;

	private final Console console;

	private final Output output;

	InteractiveShell(ArgvRunner runner, Completion completion, CommandHistory history, Path historyFile,
			Worktrees worktrees, HostEnvironment host, Console console, Output output) {
		this.runner = runner;
		this.completion = completion;
		this.history = history;
		this.historyFile = historyFile;
		this.worktrees = worktrees;
		this.host = host;
		this.console = console;
		this.output = output;
	}

	/**
	 * Takes commands until the person leaves.
	 * @return the exit code of the last one, or {@link #AGAIN}
	 */
	int run() {
		int code = ExitCodes.FAILED;
		try {
			Terminal terminal = this.console.hold();
			Thread person = Thread.currentThread();
			terminal.handle(Terminal.Signal.INT, (_) -> {
				// The terminal has shown ^C where the command's output stood.
				this.output.message("");
				person.interrupt();
			});
			LineReader reader = reader(terminal);
			if (this.history.isEmpty()) {
				this.output.message("'help' lists the commands, Tab completes them, 'exit' or Ctrl-D leaves.");
			}
			code = run(reader);
			return code;
		}
		finally {
			if (code != AGAIN) {
				this.console.release();
			}
		}
	}

	private LineReader reader(Terminal terminal) {
		LineReader reader = LineReaderBuilder.builder()
			.appName("hjk")
			.terminal(terminal)
			.parser(new LineParser())
			.completer((_, line, candidates) -> this.completion
				.complete(withoutProgram(line.words().subList(0, line.wordIndex())), line.word())
				.forEach((word) -> candidates.add(new Candidate(word))))
			.history(this.history)
			.variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
			.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
			.option(LineReader.Option.INSERT_TAB, false)
			.build();
		this.history.keep(reader, this.historyFile);
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
				code = words.isEmpty() ? code : this.runner.runLine(words);
				if (code == ExitCodes.DONE && changesConfiguration(words)) {
					return AGAIN;
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

	private List<String> next(LineReader reader) {
		Deque<CommandText.Line> typed = this.console.typed();
		if (typed.isEmpty()) {
			typed.addAll(CommandText.of(reader.readLine(prompt())).lines());
		}
		return typed.isEmpty() ? List.of() : withoutProgram(typed.pop().values());
	}

	/**
	 * The line without the program's name, which people copy from a documentation.
	 */
	private static List<String> withoutProgram(List<String> words) {
		return (!words.isEmpty() && words.getFirst().equals("hjk")) ? words.subList(1, words.size()) : words;
	}

	private static boolean changesConfiguration(List<String> words) {
		return List.of("config").equals(words.subList(0, Math.min(1, words.size())))
				|| words.subList(0, Math.min(2, words.size())).equals(DEFAULT_ACCOUNT);
	}

	private String prompt() {
		AttributedStringBuilder prompt = new AttributedStringBuilder();
		place().ifPresent((place) -> prompt.styled(AttributedStyle::faint, place).append(' '));
		prompt.append("hjk> ");
		return this.host.variable("NO_COLOR").isPresent() ? prompt.toString() : prompt.toAnsi();
	}

	/**
	 * The repository and the branch that commands are about.
	 */
	private Optional<String> place() {
		try {
			Path folder = this.host.workingDirectory();
			String name = this.worktrees.repository(folder).name();
			return Optional.of(this.worktrees.head(folder).map((branch) -> name + ":" + branch).orElse(name));
		}
		catch (HeadjackException ex) {
			return Optional.empty();
		}
	}

}

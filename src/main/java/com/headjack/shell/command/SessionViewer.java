package com.headjack.shell.command;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jline.terminal.TerminalBuilder;

import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.instance.Instance;
import com.headjack.session.Session;
import com.headjack.session.SessionService;
import com.headjack.session.Visit;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.RawTerminal;

/**
 * Shows what runs in instances at the user's terminal.
 */
public final class SessionViewer {

	private final SessionService sessions;

	private final LogPrinter logs;

	private final Console console;

	private final HostEnvironment host;

	private final Output output;

	public SessionViewer(SessionService sessions, LogPrinter logs, Console console, HostEnvironment host,
			Output output) {
		this.sessions = sessions;
		this.logs = logs;
		this.console = console;
		this.host = host;
		this.output = output;
	}

	/**
	 * Refuses a command that would show a session where there is no terminal for it.
	 */
	void requireTerminal() {
		if (!terminal()) {
			throw new UsageException("there is no terminal to attach the session to",
					"add -d, and see what it prints with 'hjk logs BRANCH SESSION -f'");
		}
	}

	boolean terminal() {
		return this.host.terminals().containsAll(Set.of(StandardStream.STDIN, StandardStream.STDOUT));
	}

	/**
	 * Shows a session until the user leaves it, and says how that came about.
	 * @return the exit code
	 */
	int show(Instance instance, Session session) {
		Shown shown = at((raw) -> new Shown(this.sessions.attach(instance, session, raw), raw.exitCode()));
		Visit visit = shown.visit();
		if (visit.terminalGone()) {
			return shown.exitCode();
		}
		this.output.message(
				visit.session().running() ? "'hjk attach %s %s' comes back".formatted(instance.branch(), session.name())
						: ending(visit.session()));
		return ExitCodes.DONE;
	}

	/**
	 * Shows what a session printed that has ended before it could be shown.
	 * @return the exit code
	 */
	int showEnded(Instance instance, Session session) {
		this.logs.print(instance, session, LogOptions.END);
		this.output.message(ending(session));
		return ExitCodes.DONE;
	}

	private static String ending(Session session) {
		return "Session %s %s".formatted(session.name(), session.status());
	}

	/**
	 * Runs a command at the terminal.
	 * @return its exit code
	 */
	int run(Instance instance, List<String> words) {
		return at((raw) -> this.sessions.run(instance, words, raw).orElseGet(raw::exitCode));
	}

	private <T> T at(Function<RawTerminal, T> use) {
		this.output.flush();
		return this.console.use(TerminalBuilder.SystemOutput.SysOut, (terminal) -> {
			try (RawTerminal raw = new RawTerminal(terminal, this.host)) {
				return use.apply(raw);
			}
		});
	}

	/**
	 * What became of showing a session.
	 *
	 * @param visit how the visit ended
	 * @param exitCode what hjk exits with if the terminal is gone
	 */
	private record Shown(Visit visit, int exitCode) {

	}

}

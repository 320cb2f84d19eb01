package com.headjack.shell.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.function.Function;

import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.ExecStreams;
import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.session.Session;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.SessionName;
import com.headjack.session.SessionPlace;
import com.headjack.session.Sessions;
import com.headjack.session.Visit;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.RawTerminal;

/**
 * Shows what runs in instances at the user's terminal.
 */
final class SessionViewer {

	private final Sessions sessions;

	private final SessionLifecycle programs;

	private final LogPrinter logs;

	private final Console console;

	private final HostEnvironment host;

	private final Output output;

	SessionViewer(Sessions sessions, SessionLifecycle programs, LogPrinter logs, Console console, HostEnvironment host,
			Output output) {
		this.sessions = sessions;
		this.programs = programs;
		this.logs = logs;
		this.console = console;
		this.host = host;
		this.output = output;
	}

	/**
	 * Refuses a command that would show its session where there is no terminal for it,
	 * before anything is made for it.
	 */
	void requireTerminal(Invocation invocation) {
		if (!invocation.flag("detach")) {
			requireTerminal("add -d, and see what it prints with 'hjk logs BRANCH SESSION -f'");
		}
	}

	/**
	 * Refuses to show a session where there is no terminal for it.
	 */
	void requireTerminal() {
		requireTerminal("run it at a terminal, or see what the session prints with 'hjk logs BRANCH SESSION -f'");
	}

	private void requireTerminal(String remedy) {
		if (!terminal()) {
			throw new UsageException("there is no terminal to attach the session to", remedy);
		}
	}

	private boolean terminal() {
		return this.host.attachable();
	}

	/**
	 * Whether a person can be asked.
	 */
	boolean interactive() {
		return this.host.interactive();
	}

	/**
	 * The name that a new session is to have, or {@code null} for one that is made up.
	 */
	static @Nullable SessionName name(Invocation invocation) {
		return invocation.option("name").map(SessionName::of).orElse(null);
	}

	/**
	 * Shows a session that has been started, or says so if it is not to be shown.
	 * @return the exit code
	 */
	int present(SessionPlace place, Invocation invocation) {
		Instance instance = place.instance();
		SessionName name = place.session().name();
		if (invocation.flag("detach")) {
			this.output.result("Created session %s in instance %s (detached)".formatted(name, instance.id()));
			return ExitCodes.DONE;
		}
		Session now = this.sessions.get(instance, name.value());
		return now.running() ? show(instance, now) : showEnded(instance, now);
	}

	/**
	 * Shows a session until the user leaves it, and says how that came about.
	 * @return the exit code
	 */
	int show(Instance instance, Session session) {
		Shown shown = at((raw) -> new Shown(this.programs.attach(instance, session, raw), raw.exitCode()));
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
	private int showEnded(Instance instance, Session session) {
		this.logs.print(instance, session, LogOptions.END);
		this.output.message(ending(session));
		return ExitCodes.DONE;
	}

	private static String ending(Session session) {
		return "Session %s %s".formatted(session.name(), session.status());
	}

	/**
	 * Runs a command, at the terminal if there is one.
	 * @return its exit code
	 */
	int run(Instance instance, List<String> words) {
		if (terminal()) {
			return at((raw) -> this.programs.run(instance, words, raw).orElseGet(raw::exitCode));
		}
		this.output.flush();
		return this.programs
			.run(instance, words,
					new ExecStreams(System.in, new FileOutputStream(FileDescriptor.out),
							new FileOutputStream(FileDescriptor.err)))
			.orElse(ExitCodes.READER_GONE);
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

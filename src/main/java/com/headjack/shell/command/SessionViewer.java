package com.headjack.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.ExecStreams;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.instance.Instance;
import com.headjack.renewal.Renewals;
import com.headjack.renewal.Renewed;
import com.headjack.session.AttachSettings;
import com.headjack.session.Notifications;
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
import com.headjack.shell.terminal.ScreenRules;

/**
 * Shows sessions and other programs of instances at the user's terminal.
 */
final class SessionViewer {

	/**
	 * The exit code of a program that was ended by SIGKILL.
	 */
	private static final int KILLED = 128 + 9;

	private final Sessions sessions;

	private final SessionLifecycle programs;

	private final LogPrinter logs;

	private final Console console;

	private final HostEnvironment host;

	private final Output output;

	private final Supplier<AttachSettings> settings;

	private final PrefixClash clash;

	private final Renewals renewals;

	SessionViewer(Sessions sessions, SessionLifecycle programs, LogPrinter logs, Console console, HostEnvironment host,
			Output output, Supplier<AttachSettings> settings, PrefixClash clash, Renewals renewals) {
		this.sessions = sessions;
		this.programs = programs;
		this.logs = logs;
		this.console = console;
		this.host = host;
		this.output = output;
		this.settings = settings;
		this.clash = clash;
		this.renewals = renewals;
	}

	/**
	 * Refuses a command that would attach its session if there is no terminal. Called
	 * before the command creates anything.
	 */
	void requireTerminal(Invocation invocation) {
		if (!invocation.flag("detach")) {
			requireTerminal("add -d, and see what it prints with 'hjk logs BRANCH SESSION -f'");
		}
	}

	/**
	 * Refuses to attach a session if there is no terminal.
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
	 * The name for a new session, or {@code null} to generate one.
	 */
	static @Nullable SessionName name(Invocation invocation) {
		return invocation.option("name").map(SessionName::of).orElse(null);
	}

	/**
	 * Shows a new session or, if it is to be detached, only reports it.
	 * @return the exit code
	 */
	int present(SessionPlace place, Invocation invocation) {
		Instance instance = place.instance();
		SessionName name = place.session().name();
		if (invocation.flag("detach")) {
			this.output.result("Created session %s in instance %s (detached)".formatted(name, instance.id()));
			this.sessions.questionsAhead(place)
				.forEach((asks) -> this.output
					.message("warning: %s may ask %s before it works; answer with 'hjk attach %s %s'"
						.formatted(place.session().type(), asks, instance.quotedBranch(), name)));
			return ExitCodes.DONE;
		}
		Session now = this.sessions.get(instance, name.value());
		return now.running() ? show(instance, now) : showEnded(instance, now);
	}

	/**
	 * Shows a session until it ends or the user leaves it, and then reports which.
	 * @return the exit code
	 */
	int show(Instance instance, Session session) {
		AttachSettings settings = this.settings.get();
		Optional<PrefixClash.Clash> clash = this.clash.find(settings.prefix());
		AttachSettings reached = clash.map(PrefixClash.Clash::keys).map(settings::reachedBy).orElse(settings);
		Shown shown = at(reached,
				(raw) -> new Shown(this.programs.attach(instance, session, raw, reached), raw.exitCode()));
		Visit visit = shown.visit();
		takeBackLogins(instance);
		if (visit.terminalGone()) {
			return shown.exitCode();
		}
		this.output.message(visit.session().running() ? "The session goes on; 'hjk attach %s %s' brings you back"
			.formatted(instance.quotedBranch(), session.name()) : ending(visit.session()));
		clash.flatMap(this.clash::notice).ifPresent(this.output::message);
		return ExitCodes.DONE;
	}

	/**
	 * Takes back the logins that were renewed meanwhile. The next session would do so,
	 * too.
	 */
	private void takeBackLogins(Instance instance) {
		try {
			Renewed.tell(this.renewals.collect(instance), this::warn);
		}
		catch (HeadjackException ex) {
			warn("a login that was renewed there could not be taken back: " + ex.getMessage());
		}
	}

	private void warn(String text) {
		this.output.message("warning: " + text);
	}

	/**
	 * Prints the output of a session that ended before it could be shown.
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
		int code = direct(instance, words);
		if (code == KILLED && this.programs.lackedMemory(instance)) {
			this.output.message(
					"hint: the container had too little memory; see 'hjk config runtime.memory', then 'hjk recreate "
							+ instance.quotedBranch() + "'");
		}
		return code;
	}

	private int direct(Instance instance, List<String> words) {
		if (terminal()) {
			return at(this.settings.get(), (raw) -> this.programs.run(instance, words, raw).orElseGet(raw::exitCode));
		}
		this.output.flush();
		try (OutputStream results = filtered(StandardStream.STDOUT, this.output.target());
				OutputStream errors = filtered(StandardStream.STDERR, this.output.errors())) {
			return this.programs.run(instance, words, new ExecStreams(this.console.streams().input(), results, errors))
				.orElse(ExitCodes.READER_GONE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Filters one of the streams if it is a terminal, as stdout may be beside a stdin
	 * that is none.
	 */
	private OutputStream filtered(StandardStream stream, OutputStream target) {
		return this.host.terminal(stream) ? rules(this.settings.get()).filter(target) : target;
	}

	private <T> T at(AttachSettings settings, Function<RawTerminal, T> use) {
		this.output.flush();
		return this.console.use(TerminalBuilder.SystemOutput.SysOut, (terminal) -> {
			try (RawTerminal raw = new RawTerminal(terminal, this.console.streams(), this.host, rules(settings))) {
				return use.apply(raw);
			}
		});
	}

	private static ScreenRules rules(AttachSettings settings) {
		return new ScreenRules(settings.clipboard(), settings.notifications() != Notifications.NONE,
				settings.notifications() == Notifications.ALL);
	}

	/**
	 * The result of showing a session.
	 *
	 * @param visit the end of the visit
	 * @param exitCode hjk's exit code if the terminal is gone
	 */
	private record Shown(Visit visit, int exitCode) {

	}

}

package com.headjack.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceStatus;
import com.headjack.session.Program;
import com.headjack.session.Session;
import com.headjack.session.SessionPlace;
import com.headjack.session.Sessions;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.text.ShellWord;
import com.headjack.work.Work;
import com.headjack.work.WorkEnd;

/**
 * The commands for sessions.
 */
final class SessionCommands {

	private final CurrentRepository current;

	private final Work work;

	private final WorkEnd end;

	private final Sessions sessions;

	private final SessionChoice choice;

	private final LogPrinter logs;

	private final SessionViewer viewer;

	private final @Nullable String defaultAgent;

	private final LaunchMessages messages;

	SessionCommands(CurrentRepository current, Work work, WorkEnd end, Sessions sessions, LogPrinter logs,
			SessionViewer viewer, @Nullable String defaultAgent, LaunchMessages messages) {
		this.current = current;
		this.work = work;
		this.end = end;
		this.sessions = sessions;
		this.choice = new SessionChoice(sessions);
		this.logs = logs;
		this.viewer = viewer;
		this.defaultAgent = defaultAgent;
		this.messages = messages;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		LiveValues live = shared.live();
		CommandGroup<SessionCommands> group = CommandGroup.of("Sessions", () -> application.get(SessionCommands.class));
		return List.of(
				group.command("agent", "Start an agent in an instance")
					.takes(shared.instance(), Parameter.optional("AGENT", Words.from(live::agents)))
					.with(shared.name(), shared.detach(), shared.prompt(), shared.account(), shared.trust(),
							shared.anyway())
					.passesOn("FLAGS")
					.examples("hjk agent feat/auth claude", "hjk agent feat/auth codex -d -p \"fix the login\"",
							"hjk agent feat/auth claude -d -- --model opus")
					.calls(SessionCommands::agent),
				group.command("exec", "Run a command or a shell in an instance, without credentials")
					.takes(shared.instance(), Parameter.repeated("COMMAND", Words.any()))
					.with(shared.name(), shared.detach(),
							Option.flag("no-mux", ' ', "run without a session; exit with the command's exit code"))
					.passesOn("COMMAND")
					.examples("hjk exec feat/auth", "hjk exec feat/auth --no-mux -- npm test",
							"hjk exec feat/auth -d -n server -- npm start")
					.calls(SessionCommands::exec),
				group.command("attach", "Attach to a session: the named one, or the one used last")
					.takes(Parameter.optional("BRANCH", Words.from(live::instances)),
							Parameter.optional("SESSION", Words.ofFirst(live::runningSessions)))
					.examples("hjk attach", "hjk attach feat/auth", "hjk attach feat/auth happy-panda")
					.calls(SessionCommands::attach),
				group.command("logs", "Show the output of a session: the named one, or the last one")
					.takes(shared.instance(), Parameter.optional("SESSION", Words.ofFirst(live::sessions)))
					.with(Option.flag("follow", 'f', "show new output until the session ends"),
							Option.valued("lines", 'n', "COUNT", "show this many of the last lines (100)"),
							Option.flag("full", ' ', "show all lines"),
							Option.flag("raw", ' ', "keep control sequences"),
							Option.flag("secrets", ' ', "show your logins, which are hidden otherwise"))
					.examples("hjk logs feat/auth", "hjk logs feat/auth happy-panda -f")
					.calls(SessionCommands::logs),
				group.command("kill", "End a session: the named one, or the only one that is running")
					.takes(Parameter.required("BRANCH[/SESSION]", Words.from(live::killable)))
					.examples("hjk kill feat/auth", "hjk kill feat/auth/happy-panda")
					.calls(SessionCommands::kill));
	}

	int agent(Invocation invocation) {
		return start(new Program.Agent(agentName(invocation), invocation.option("account").orElse(null),
				invocation.option("prompt").orElse(null), invocation.passedOn(), invocation.flag("trust"),
				invocation.flag("anyway")), invocation);
	}

	int exec(Invocation invocation) {
		List<String> words = new ArrayList<>(invocation.arguments().subList(1, invocation.arguments().size()));
		words.addAll(invocation.passedOn());
		return invocation.flag("no-mux") ? runDirectly(invocation, words) : start(new Program.Shell(words), invocation);
	}

	private int start(Program program, Invocation invocation) {
		Instance instance = this.current.toStartIn(invocation.required(0));
		this.viewer.requireTerminal(invocation);
		SessionPlace place;
		try (LaunchMessages log = this.messages) {
			place = this.work.goOn(instance, program, SessionViewer.name(invocation), log);
		}
		return this.viewer.present(place, invocation);
	}

	private int runDirectly(Invocation invocation, List<String> words) {
		if (words.isEmpty()) {
			throw new UsageException("--no-mux needs a command",
					"leave it out for a shell, or add a command: hjk exec %s --no-mux -- COMMAND"
						.formatted(ShellWord.quoted(invocation.required(0))));
		}
		Instance instance = this.current.toStartIn(invocation.required(0));
		try (LaunchMessages log = this.messages) {
			instance = this.work.resume(instance, log);
		}
		return this.viewer.run(instance, words);
	}

	int logs(Invocation invocation) {
		Instance instance = this.current.kept(invocation.required(0));
		Session session = this.choice.toRead(instance, invocation.argument(1));
		if (invocation.argument(1).isEmpty()) {
			this.messages.told("Session " + SessionChoice.described(session) + ": " + session.status());
		}
		return this.logs.print(instance, session, LogOptions.of(invocation));
	}

	int kill(Invocation invocation) {
		SessionPlace place = this.choice.toEnd(this.current.instances(), invocation.required(0), this.end::running);
		String name = place.session().name().value();
		try (LaunchMessages log = this.messages) {
			this.end.kill(place.instance(), name, log);
		}
		return this.messages.done("Killed session " + name);
	}

	int attach(Invocation invocation) {
		SessionPlace place = place(invocation);
		Session session = place.session();
		if (!session.running()) {
			throw new HeadjackException(FailureKind.NOT_FOUND,
					"session \"%s\" has %s".formatted(session.name(), session.status()),
					"see what it printed with 'hjk logs %s %s'".formatted(place.instance().quotedBranch(),
							session.name()));
		}
		this.viewer.requireTerminal();
		return this.viewer.show(awake(place.instance()), session);
	}

	private Instance awake(Instance instance) {
		if (instance.status() != InstanceStatus.PAUSED) {
			return instance;
		}
		try (LaunchMessages log = this.messages) {
			return this.work.resume(instance, log);
		}
	}

	private SessionPlace place(Invocation invocation) {
		Optional<Instance> instance = invocation.argument(0).map(this.current::instance);
		Optional<String> name = invocation.argument(1);
		if (instance.isPresent() && name.isPresent()) {
			return new SessionPlace(instance.get(), this.sessions.get(instance.get(), name.get()));
		}
		return latest(instance).orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
				"no session is running" + instance.map((some) -> " for branch \"" + some.branch() + "\"").orElse(""),
				"start one with 'hjk agent %s AGENT'"
					.formatted(instance.map((some) -> some.quotedBranch()).orElse("BRANCH"))));
	}

	private Optional<SessionPlace> latest(Optional<Instance> instance) {
		if (instance.isPresent()) {
			return this.sessions.latest(List.of(instance.get()));
		}
		List<Instance> all = this.current.allInstances();
		return this.sessions.latest(this.current.ownOf(all)).or(() -> this.sessions.latest(all));
	}

	private String agentName(Invocation invocation) {
		return invocation.argument(1)
			.or(() -> Optional.ofNullable(this.defaultAgent))
			.orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
					"no agent is named, and there is no default agent",
					"name one, or run 'hjk config default.agent claude'"));
	}

}

package com.headjack.shell.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ExecStreams;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLifecycle;
import com.headjack.instance.Instances;
import com.headjack.session.Launch;
import com.headjack.session.Program;
import com.headjack.session.Session;
import com.headjack.session.SessionName;
import com.headjack.session.SessionPlace;
import com.headjack.session.SessionService;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;

/**
 * The commands that deal with sessions.
 */
public final class SessionCommands {

	private final Worktrees worktrees;

	private final Instances instances;

	private final InstanceLifecycle lifecycle;

	private final SessionService sessions;

	private final LogPrinter logs;

	private final SessionViewer viewer;

	private final HostEnvironment host;

	private final @Nullable String defaultAgent;

	private final Progress progress;

	private final Output output;

	public SessionCommands(Worktrees worktrees, Instances instances, InstanceLifecycle lifecycle,
			SessionService sessions, LogPrinter logs, SessionViewer viewer, HostEnvironment host,
			@Nullable String defaultAgent, Progress progress, Output output) {
		this.worktrees = worktrees;
		this.instances = instances;
		this.lifecycle = lifecycle;
		this.sessions = sessions;
		this.logs = logs;
		this.viewer = viewer;
		this.host = host;
		this.defaultAgent = defaultAgent;
		this.progress = progress;
		this.output = output;
	}

	public int agent(Invocation invocation) {
		requireTerminal(invocation);
		Program program = new Program.Agent(agentName(invocation), invocation.option("account").orElse(null),
				invocation.option("prompt").orElse(null), invocation.passedOn());
		try (Launch launch = this.sessions.prepare(program)) {
			return start(running(invocation), launch, invocation);
		}
	}

	public int exec(Invocation invocation) {
		List<String> words = new ArrayList<>(invocation.arguments().subList(1, invocation.arguments().size()));
		words.addAll(invocation.passedOn());
		if (invocation.flag("no-mux")) {
			return runDirectly(invocation, words);
		}
		requireTerminal(invocation);
		try (Launch launch = this.sessions.prepare(new Program.Shell(words))) {
			return start(running(invocation), launch, invocation);
		}
	}

	public int logs(Invocation invocation) {
		Instance instance = instance(invocation.required(0), this.instances::kept);
		Session session = this.sessions.get(instance, invocation.required(1));
		return this.logs.print(instance, session, LogOptions.of(invocation));
	}

	public int kill(Invocation invocation) {
		String target = invocation.required(0);
		int slash = target.lastIndexOf('/');
		if (slash < 1 || slash == target.length() - 1) {
			throw new UsageException("\"" + target + "\" names no session", "write BRANCH/SESSION");
		}
		Instance instance = instance(target.substring(0, slash));
		Session session = this.sessions.get(instance, target.substring(slash + 1));
		this.progress.during("Ending session " + session.name(), () -> {
			this.sessions.kill(instance, session);
			return session;
		});
		this.output.result("Killed session " + session.name());
		return ExitCodes.DONE;
	}

	public int attach(Invocation invocation) {
		this.viewer.requireTerminal();
		SessionPlace place = place(invocation);
		Session session = place.session();
		if (!session.running()) {
			throw new HeadjackException(FailureKind.NOT_FOUND,
					"session \"%s\" has %s".formatted(session.name(), session.status()),
					"see what it printed with 'hjk logs %s %s'".formatted(place.instance().branch(), session.name()));
		}
		return this.viewer.show(place.instance(), session);
	}

	private SessionPlace place(Invocation invocation) {
		Optional<Instance> instance = invocation.argument(0).map(this::instance);
		Optional<String> name = invocation.argument(1);
		if (instance.isPresent() && name.isPresent()) {
			return new SessionPlace(instance.get(), this.sessions.get(instance.get(), name.get()));
		}
		return this.sessions.latest(instance.map(List::of).orElseGet(this.instances::all))
			.orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
					"no session is running"
							+ instance.map((some) -> " for branch \"" + some.branch() + "\"").orElse(""),
					"start one with 'hjk agent %s AGENT'"
						.formatted(instance.map((some) -> some.branch().toString()).orElse("BRANCH"))));
	}

	int start(Instance instance, Launch launch, Invocation invocation) {
		SessionName name = invocation.option("name").map(SessionName::of).orElse(null);
		Session session;
		try (LaunchMessages log = log()) {
			session = this.sessions.start(instance, launch, name, log);
		}
		if (invocation.flag("detach")) {
			this.output.result("Created session %s in instance %s (detached)".formatted(session.name(), instance.id()));
			return ExitCodes.DONE;
		}
		Session now = this.sessions.get(instance, session.name().value());
		return now.running() ? this.viewer.show(instance, now) : this.viewer.showEnded(instance, now);
	}

	/**
	 * Refuses what cannot be done, before anything is made for it.
	 */
	void requireTerminal(Invocation invocation) {
		if (!invocation.flag("detach")) {
			this.viewer.requireTerminal();
		}
	}

	private int runDirectly(Invocation invocation, List<String> words) {
		if (words.isEmpty()) {
			throw new UsageException("COMMAND is missing", "usage: " + invocation.syntax().usage());
		}
		Instance instance = running(invocation);
		if (this.viewer.terminal()) {
			return this.viewer.run(instance, words);
		}
		this.output.flush();
		return this.sessions
			.run(instance, words,
					new ExecStreams(System.in, new FileOutputStream(FileDescriptor.out),
							new FileOutputStream(FileDescriptor.err)))
			.orElse(ExitCodes.READER_GONE);
	}

	private String agentName(Invocation invocation) {
		return invocation.argument(1)
			.or(() -> Optional.ofNullable(this.defaultAgent))
			.orElseThrow(
					() -> new HeadjackException(FailureKind.NOT_FOUND, "no agent is named, and none is the default",
							"name one, or run 'hjk config default.agent claude'"));
	}

	private Instance running(Invocation invocation) {
		Instance instance = instance(invocation.required(0));
		if (instance.container() == null) {
			throw new HeadjackException(FailureKind.NOT_FOUND,
					"the container of branch \"%s\" is gone".formatted(instance.branch()),
					"run 'hjk run " + instance.branch() + "' to make a new one");
		}
		try (LaunchMessages log = log()) {
			return this.lifecycle.start(instance, log);
		}
	}

	private LaunchMessages log() {
		return new LaunchMessages(this.progress, this.output);
	}

	private Instance instance(String branchOrId) {
		return instance(branchOrId, this.instances::get);
	}

	private Instance instance(String branchOrId, BiFunction<Repository, String, Instance> finder) {
		Repository repository = this.worktrees.repository(this.host.workingDirectory());
		return this.progress.during("Waiting for the container engine", () -> finder.apply(repository, branchOrId));
	}

}

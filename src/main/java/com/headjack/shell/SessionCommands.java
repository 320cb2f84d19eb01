package com.headjack.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
import com.headjack.session.SessionService;
import com.headjack.worktree.Worktrees;

/**
 * The commands that deal with sessions.
 */
final class SessionCommands {

	private final Worktrees worktrees;

	private final Instances instances;

	private final InstanceLifecycle lifecycle;

	private final SessionService sessions;

	private final LogPrinter logs;

	private final HostEnvironment host;

	private final @Nullable String defaultAgent;

	private final Output output;

	SessionCommands(Worktrees worktrees, Instances instances, InstanceLifecycle lifecycle, SessionService sessions,
			LogPrinter logs, HostEnvironment host, @Nullable String defaultAgent, Output output) {
		this.worktrees = worktrees;
		this.instances = instances;
		this.lifecycle = lifecycle;
		this.sessions = sessions;
		this.logs = logs;
		this.host = host;
		this.defaultAgent = defaultAgent;
		this.output = output;
	}

	int agent(Invocation invocation) {
		requireDetached(invocation);
		Program program = new Program.Agent(agentName(invocation), invocation.option("account").orElse(null),
				invocation.option("prompt").orElse(null), invocation.passedOn());
		try (Launch launch = this.sessions.prepare(program)) {
			return start(running(invocation), launch, invocation);
		}
	}

	int exec(Invocation invocation) {
		List<String> words = new ArrayList<>(invocation.arguments().subList(1, invocation.arguments().size()));
		words.addAll(invocation.passedOn());
		if (invocation.flag("no-mux")) {
			return runDirectly(invocation, words);
		}
		requireDetached(invocation);
		try (Launch launch = this.sessions.prepare(new Program.Shell(words))) {
			return start(running(invocation), launch, invocation);
		}
	}

	int logs(Invocation invocation) {
		Instance instance = instance(invocation.required(0));
		Session session = this.sessions.get(instance, invocation.required(1));
		return this.logs.print(instance, session, LogOptions.of(invocation));
	}

	int kill(Invocation invocation) {
		String target = invocation.required(0);
		int slash = target.lastIndexOf('/');
		if (slash < 1 || slash == target.length() - 1) {
			throw new UsageException("\"" + target + "\" names no session", "write BRANCH/SESSION");
		}
		Instance instance = instance(target.substring(0, slash));
		Session session = this.sessions.get(instance, target.substring(slash + 1));
		this.sessions.kill(instance, session);
		this.output.result("Killed session " + session.name());
		return ExitCodes.DONE;
	}

	int start(Instance instance, Launch launch, Invocation invocation) {
		SessionName name = invocation.option("name").map(SessionName::of).orElse(null);
		Session session = this.sessions.start(instance, launch, name, log());
		this.output.result("Created session %s in instance %s (detached)".formatted(session.name(), instance.id()));
		return ExitCodes.DONE;
	}

	static void requireDetached(Invocation invocation) {
		if (!invocation.flag("detach")) {
			throw new UsageException("this version cannot attach to a session",
					"add -d, and see what it prints with 'hjk logs BRANCH SESSION -f'");
		}
	}

	private int runDirectly(Invocation invocation, List<String> words) {
		if (words.isEmpty()) {
			throw new UsageException("COMMAND is missing", "usage: " + invocation.syntax().usage());
		}
		return this.sessions.run(running(invocation), words, this.output.results(), this.output.messages());
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
		return this.lifecycle.start(instance, log());
	}

	private LaunchMessages log() {
		return new LaunchMessages(this.output, this.host);
	}

	private Instance instance(String branchOrId) {
		return this.instances.get(this.worktrees.repository(this.host.workingDirectory()), branchOrId);
	}

}

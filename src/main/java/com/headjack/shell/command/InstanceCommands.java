package com.headjack.shell.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLifecycle;
import com.headjack.instance.Instances;
import com.headjack.session.Launch;
import com.headjack.session.Program;
import com.headjack.session.Session;
import com.headjack.session.SessionService;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Age;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.shell.terminal.Table;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.UnsavedWork;
import com.headjack.worktree.Worktrees;

/**
 * The commands that deal with instances.
 */
public final class InstanceCommands {

	private final Worktrees worktrees;

	private final Instances instances;

	private final InstanceLifecycle lifecycle;

	private final SessionService sessions;

	private final SessionCommands sessionCommands;

	private final HostEnvironment host;

	private final Dialog dialog;

	private final Progress progress;

	private final Output output;

	public InstanceCommands(Worktrees worktrees, Instances instances, InstanceLifecycle lifecycle,
			SessionService sessions, SessionCommands sessionCommands, HostEnvironment host, Dialog dialog,
			Progress progress, Output output) {
		this.worktrees = worktrees;
		this.instances = instances;
		this.lifecycle = lifecycle;
		this.sessions = sessions;
		this.sessionCommands = sessionCommands;
		this.host = host;
		this.dialog = dialog;
		this.progress = progress;
		this.output = output;
	}

	public int run(Invocation invocation) {
		BranchName branch = BranchName.of(invocation.required(0));
		Repository repository = repository();
		Optional<Program> program = program(invocation);
		if (program.isEmpty()) {
			ready(repository, branch, invocation);
			return ExitCodes.DONE;
		}
		this.sessionCommands.requireTerminal(invocation);
		try (Launch launch = this.sessions.prepare(program.get())) {
			return this.sessionCommands.start(ready(repository, branch, invocation), launch, invocation);
		}
	}

	public int ps(Invocation invocation) {
		boolean json = Listing.json(invocation);
		Optional<String> branch = invocation.argument(0);
		if (branch.isPresent()) {
			return listSessions(instance(repository(), branch.get()), json);
		}
		return listInstances(
				asking(() -> invocation.flag("all") ? this.instances.all() : this.instances.of(repository())), json);
	}

	public int stop(Invocation invocation) {
		Instance instance = instance(repository(), invocation.required(0));
		try (LaunchMessages log = log()) {
			this.lifecycle.stop(instance, log);
		}
		this.output.result("Stopped instance " + instance.id());
		return ExitCodes.DONE;
	}

	public int recreate(Invocation invocation) {
		Repository repository = repository();
		Instance instance = instance(repository, invocation.required(0));
		try (LaunchMessages log = log()) {
			this.lifecycle.recreate(repository, instance, image(invocation), log);
		}
		this.output.result("Recreated instance " + instance.id());
		return ExitCodes.DONE;
	}

	public int remove(Invocation invocation) {
		Repository repository = repository();
		Instance instance = instance(repository, invocation.required(0));
		if (!invocation.flag("force") && !agreed(repository, instance)) {
			return ExitCodes.FAILED;
		}
		try (LaunchMessages log = log()) {
			this.lifecycle.remove(repository, instance, log);
		}
		this.output.result("Removed instance " + instance.id());
		return ExitCodes.DONE;
	}

	private boolean agreed(Repository repository, Instance instance) {
		UnsavedWork unsaved = this.lifecycle.unsavedWork(repository, instance);
		if (!unsaved.none()) {
			throw new UsageException("branch \"%s\" has %s".formatted(instance.branch(), unsaved),
					"commit and push it, or drop it with 'hjk rm " + instance.branch() + " -f'");
		}
		if (!this.host.interactive()) {
			throw new UsageException("without a terminal nobody can be asked", "add -f");
		}
		return this.dialog.ask("Remove instance %s of branch %s? (y/N) ".formatted(instance.id(), instance.branch()))
			.toLowerCase(Locale.ROOT)
			.startsWith("y");
	}

	private static Optional<Program> program(Invocation invocation) {
		Optional<String> prompt = invocation.option("prompt").or(() -> invocation.argument(1));
		Optional<String> agent = invocation.option("agent");
		if (agent.isEmpty() && prompt.isPresent()) {
			throw new UsageException("a prompt needs an agent", "add --agent claude, for instance");
		}
		return agent.map((name) -> new Program.Agent(name, invocation.option("account").orElse(null),
				prompt.orElse(null), List.of()));
	}

	private Instance ready(Repository repository, BranchName branch, Invocation invocation) {
		Instance instance;
		try (LaunchMessages log = log()) {
			instance = this.lifecycle.ensure(repository, branch, image(invocation), log);
		}
		this.output.result("Instance %s ready for branch %s".formatted(instance.id(), instance.branch()));
		return instance;
	}

	private static @Nullable String image(Invocation invocation) {
		return invocation.option("image").orElse(null);
	}

	private int listInstances(List<Instance> instances, boolean json) {
		if (json) {
			Listing.print(this.output, instances.stream().map(this::members).toList());
		}
		else if (instances.isEmpty()) {
			this.output.result("No instances found");
		}
		else {
			Instant now = Instant.now();
			Table table = new Table("BRANCH", "STATUS", "SESSIONS", "CREATED");
			instances.forEach((instance) -> table.row(instance.branch().toString(), instance.status().toString(),
					String.valueOf(running(instance)), Age.of(instance.created(), now)));
			table.print(this.output);
		}
		return ExitCodes.DONE;
	}

	private int listSessions(Instance instance, boolean json) {
		List<Session> sessions = this.sessions.list(instance);
		if (json) {
			Listing.print(this.output, sessions.stream().map(InstanceCommands::members).toList());
		}
		else if (sessions.isEmpty()) {
			this.output.result("No sessions found");
		}
		else {
			Instant now = Instant.now();
			Table table = new Table("SESSION", "TYPE", "STATUS", "CREATED", "ACCESSED");
			sessions.forEach((session) -> table.row(session.name().value(), session.type(), session.status(),
					Age.of(session.created(), now), Age.of(session.accessed(), now)));
			table.print(this.output);
		}
		return ExitCodes.DONE;
	}

	private Map<String, Object> members(Instance instance) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("id", instance.id().value());
		members.put("branch", instance.branch().toString());
		members.put("status", instance.status().toString());
		members.put("sessions", running(instance));
		members.put("repository", instance.repositoryId());
		members.put("worktree", instance.worktree().toString());
		members.put("container", instance.container());
		members.put("image", instance.image());
		members.put("created", instance.created());
		return members;
	}

	private static Map<String, Object> members(Session session) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("name", session.name().value());
		members.put("type", session.type());
		members.put("status", session.running() ? "running" : "ended");
		members.put("exitCode", session.exitCode().isPresent() ? session.exitCode().getAsInt() : null);
		members.put("login", session.login());
		members.put("created", session.created());
		members.put("accessed", session.accessed());
		return members;
	}

	private long running(Instance instance) {
		return this.sessions.list(instance).stream().filter(Session::running).count();
	}

	private Instance instance(Repository repository, String branchOrId) {
		return asking(() -> this.instances.get(repository, branchOrId));
	}

	private <T> T asking(Supplier<T> question) {
		return this.progress.during("Waiting for the container engine", question);
	}

	private LaunchMessages log() {
		return new LaunchMessages(this.progress, this.output);
	}

	private Repository repository() {
		return this.worktrees.repository(this.host.workingDirectory());
	}

}

package com.headjack.shell.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.Account;
import com.headjack.engine.Engines;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.session.Session;
import com.headjack.session.Sessions;
import com.headjack.shell.terminal.TimeAgo;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * Lists instances and sessions.
 */
final class InstanceListing {

	private static final String WAITING = "waiting";

	private static final int COLUMNS = 6;

	private final Instances instances;

	private final Sessions sessions;

	private final ConfiguredAgents configured;

	private final Output output;

	InstanceListing(Instances instances, Sessions sessions, ConfiguredAgents configured, Output output) {
		this.instances = instances;
		this.sessions = sessions;
		this.configured = configured;
		this.output = output;
	}

	/**
	 * Lists the instances of one repository.
	 */
	void instances(List<Instance> instances, boolean json) {
		list(instances, json, this::table);
		new InstanceHints(this.output).ofOneRepository(instances);
	}

	/**
	 * Lists the instances of all repositories.
	 */
	void allInstances(List<Instance> instances, boolean json) {
		list(instances, json, this::tableOfAll);
		new InstanceHints(this.output).ofAll(instances);
	}

	private void list(List<Instance> instances, boolean json, Function<List<Instance>, Table> table) {
		if (json) {
			Listing.print(this.output, instances.stream().map(this::members).toList());
		}
		else if (instances.isEmpty()) {
			this.output.result("No instances found");
		}
		else {
			table.apply(instances).print(this.output);
		}
	}

	private Table table(List<Instance> instances) {
		Instant now = Instant.now();
		List<String> engine = isElsewhere(instances) ? List.of("ENGINE") : List.of();
		Table table = Table.shortening(0, words("BRANCH", engine, "STATUS", "SESSIONS", "CREATED"));
		instances.forEach((instance) -> table.row(words(instance.shownBranch(), engines(instance, engine),
				shownStatus(instance), shownRunning(instance), TimeAgo.of(instance.created(), now))));
		return table;
	}

	private boolean isElsewhere(List<Instance> instances) {
		return instances.stream().map(this.instances::engineOf).anyMatch((engine) -> !engine.equals(Engines.LOCAL));
	}

	private List<String> engines(Instance instance, List<String> column) {
		return column.isEmpty() ? column : List.of(this.instances.engineOf(instance));
	}

	/**
	 * Puts a column after the branch's, if there is one.
	 */
	private static String[] words(String branch, List<String> engine, String... rest) {
		return Stream.of(Stream.of(branch), engine.stream(), Stream.of(rest))
			.flatMap((words) -> words)
			.toArray(String[]::new);
	}

	private Table tableOfAll(List<Instance> instances) {
		Instant now = Instant.now();
		List<String> engine = isElsewhere(instances) ? List.of("ENGINE") : List.of();
		Table table = Table
			.shortening(List.of(1, 0),
					row("REPOSITORY", words("BRANCH", engine, "STATUS", "SESSIONS", "CREATED", "PATH")))
			.lastWhole();
		instances.forEach((instance) -> table.row(row(instance.repositoryName(),
				words(instance.shownBranch(), engines(instance, engine), shownStatus(instance), shownRunning(instance),
						TimeAgo.of(instance.created(), now), path(instance)))));
		return table;
	}

	private static String[] row(String repository, String... rest) {
		return Stream.concat(Stream.of(repository), Stream.of(rest)).toArray(String[]::new);
	}

	private static String path(Instance instance) {
		return Objects.requireNonNullElse(instance.repository(), "-").toString();
	}

	void sessions(Instance instance, boolean json) {
		List<Session> all = this.sessions.list(instance);
		Map<Session, String> questions = new LinkedHashMap<>();
		all.forEach((session) -> this.sessions.question(instance, session)
			.ifPresent((question) -> questions.put(session, question)));
		if (json) {
			Listing.print(this.output,
					all.stream().map((session) -> members(session, questions.get(session))).toList());
			return;
		}
		table(all, questions);
		questions.forEach((session, question) -> this.output.message("hint: %s asks %s; answer with 'hjk attach %s %s'"
			.formatted(session.type(), question, instance.quotedBranch(), session.name())));
		this.configured.accountsIn(instance.repositoryId())
			.forEach((agent, account) -> this.output
				.result("note: %s uses account \"%s\" in this repository".formatted(agent, account)));
		this.instances.notices(instance).forEach((notice) -> this.output.result("note: " + notice));
	}

	private void table(List<Session> all, Map<Session, String> questions) {
		if (all.isEmpty()) {
			this.output.result("No sessions found");
			return;
		}
		Instant now = Instant.now();
		boolean several = all.stream()
			.map(Session::login)
			.anyMatch((login) -> login != null && !Account.isUnnamed(login.account()));
		Table table = several
				? Table.shortening(0, "SESSION", "TYPE", "STATUS", "CREATED", "ACCESSED", "ACCOUNT").lastWhole()
				: Table.shortening(0, "SESSION", "TYPE", "STATUS", "CREATED", "ACCESSED");
		all.stream()
			.map((session) -> Stream.of(session.name().value(), session.type(),
					questions.containsKey(session) ? WAITING : session.status(), TimeAgo.of(session.created(), now),
					TimeAgo.of(session.accessed(), now), account(session)))
			.forEach((cells) -> table.row(cells.limit(several ? COLUMNS : COLUMNS - 1).toArray(String[]::new)));
		table.print(this.output);
	}

	private static String account(Session session) {
		return (session.login() != null) ? session.login().account() : "-";
	}

	private Map<String, Object> members(Instance instance) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("id", instance.id().value());
		members.put("branch", instance.branch().toString());
		members.put("checkedOut", (instance.checkedOut() != null) ? instance.checkedOut().toString() : null);
		members.put("status", instance.status().toString());
		members.put("outOfMemory", this.instances.outOfMemory(instance));
		members.put("sessions", running(instance));
		members.put("waiting", waiting(instance));
		members.put("repository", instance.repositoryId());
		members.put("repositoryName", instance.repositoryName());
		members.put("repositoryPath", (instance.repository() != null) ? instance.repository().toString() : null);
		members.put("worktree", instance.worktree().toString());
		members.put("workspace", instance.copied() ? "copied" : "shared");
		members.put("engine", this.instances.engineOf(instance));
		members.put("container", instance.containerId());
		members.put("image", instance.image());
		members.put("created", instance.created());
		return members;
	}

	private static Map<String, Object> members(Session session, @Nullable String question) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("name", session.name().value());
		members.put("type", session.type());
		members.put("status", (question != null) ? WAITING : session.running() ? "running" : "ended");
		members.put("question", question);
		members.put("exitCode", session.exitCode().isPresent() ? session.exitCode().getAsInt() : null);
		members.put("outOfMemory", session.outOfMemory());
		members.put("login", session.login());
		members.put("created", session.created());
		members.put("accessed", session.accessed());
		return members;
	}

	private String shownStatus(Instance instance) {
		return instance.status() + (this.instances.outOfMemory(instance) ? " (out of memory)" : "");
	}

	private String shownRunning(Instance instance) {
		long waiting = waiting(instance);
		return running(instance) + ((waiting > 0) ? " (%s waiting)".formatted(waiting) : "");
	}

	private long waiting(Instance instance) {
		return this.sessions.list(instance)
			.stream()
			.filter((session) -> this.sessions.question(instance, session).isPresent())
			.count();
	}

	private long running(Instance instance) {
		return this.sessions.list(instance).stream().filter(Session::running).count();
	}

}

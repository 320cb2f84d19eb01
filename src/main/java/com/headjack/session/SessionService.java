package com.headjack.session;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.failure.FailureKind;
import com.headjack.injection.Workspace;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLock;
import com.headjack.instance.InstanceStatus;
import com.headjack.instance.Instances;
import com.headjack.instance.LaunchLog;

/**
 * Starts, finds and ends programs inside instances.
 */
public final class SessionService {

	private final Instances instances;

	private final LaunchPlanner planner;

	private final SessionLauncher launcher;

	private final ContainerEngine engine;

	SessionService(Instances instances, LaunchPlanner planner, SessionLauncher launcher, ContainerEngine engine) {
		this.instances = instances;
		this.planner = planner;
		this.launcher = launcher;
		this.engine = engine;
	}

	/**
	 * Gets a program ready to be started; to be done before an instance is made for it.
	 * @param program the program
	 * @return the program with its credential, to be closed by the caller
	 */
	public Launch prepare(Program program) {
		return this.planner.prepare(program);
	}

	/**
	 * Starts a program in a session.
	 * @param instance a running instance
	 * @param launch the program
	 * @param name the session's name, or {@code null} for one that is made up
	 * @param log is told what happens
	 * @return the session
	 * @throws SessionException if it would take away the login of a session that runs
	 */
	public Session start(Instance instance, Launch launch, @Nullable SessionName name, LaunchLog log) {
		Workspace workspace = new Workspace(ContainerPaths.WORKSPACE, instance.worktree().toString());
		try (InstanceLock _ = this.instances.folder(instance.id()).lock();
				SessionPlan plan = this.planner.plan(launch, workspace)) {
			if (launch instanceof Launch.Agent agent) {
				requireNoClash(instance, agent);
			}
			return this.launcher.start(instance, files(instance), launch, plan, name, log);
		}
	}

	private void requireNoClash(Instance instance, Launch.Agent launch) {
		list(instance).stream()
			.filter((session) -> session.running() && session.type().equals(launch.type()))
			.filter((session) -> session.login() != null && launch.clashesWith(session.login()))
			.findFirst()
			.ifPresent((session) -> {
				throw new SessionException(FailureKind.FAILED,
						"session \"%s\" runs %s with the %s, whose files the %s would replace".formatted(session.name(),
								session.type(), session.login(), launch.login()),
						"end it with 'hjk kill %s/%s', or use another branch".formatted(instance.branch(),
								session.name()));
			});
	}

	/**
	 * Runs a command in an instance without a session, and without credentials.
	 * @param instance a running instance
	 * @param words the command with its arguments
	 * @param output where its output goes
	 * @param errors where its error output goes
	 * @return its exit code
	 */
	public int run(Instance instance, List<String> words, OutputStream output, OutputStream errors) {
		return this.engine.stream(container(instance), ExecRequest.of(words).as(instance.user()), output, errors);
	}

	/**
	 * Lists the sessions of an instance.
	 * @param instance the instance
	 * @return the sessions, the oldest first
	 */
	public List<Session> list(Instance instance) {
		SessionFiles files = files(instance);
		String boot = files.boot();
		return files.records()
			.stream()
			.map((record) -> session(instance, files, boot, record))
			.sorted(Comparator.comparing(Session::created))
			.toList();
	}

	/**
	 * Gets a session.
	 * @param instance its instance
	 * @param name its name
	 * @return the session
	 * @throws SessionException if there is none
	 */
	public Session get(Instance instance, String name) {
		return list(instance).stream()
			.filter((session) -> session.name().value().equals(name))
			.findFirst()
			.orElseThrow(() -> new SessionException(FailureKind.NOT_FOUND,
					"no session \"%s\" in instance %s".formatted(name, instance.id()),
					"run 'hjk ps " + instance.branch() + "' to list its sessions"));
	}

	/**
	 * Finds what a session printed.
	 * @param instance its instance
	 * @param session the session
	 * @return the log, which may be empty yet
	 */
	public SessionLog log(Instance instance, Session session) {
		return new SessionLog(files(instance).log(session.name().value()));
	}

	/**
	 * Ends a session. One that has ended is left as it is.
	 * @param instance its instance
	 * @param session the session
	 */
	public void kill(Instance instance, Session session) {
		if (session.running()) {
			List<String> words = new ArrayList<>(List.of(ContainerPaths.OUT + "/" + session.name()));
			words.addAll(new TmuxCommand.KillServer(session.name()).words());
			this.engine.exec(container(instance), ExecRequest.script(Scripts.KILL.text(), words).as(instance.user()));
		}
	}

	private SessionFiles files(Instance instance) {
		return new SessionFiles(this.instances.folder(instance.id()));
	}

	private static Session session(Instance instance, SessionFiles files, String boot, SessionRecord record) {
		OptionalInt code = files.exitCode(record.name());
		boolean running = code.isEmpty() && instance.status() == InstanceStatus.RUNNING && record.boot().equals(boot);
		return new Session(new SessionName(record.name()), record.type(), running, code, record.created(),
				record.accessed(), record.login());
	}

	private static String container(Instance instance) {
		return Objects.requireNonNull(instance.container());
	}

}

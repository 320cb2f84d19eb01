package com.headjack.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
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

	/**
	 * What a shell adds to the number of the signal that ended a program.
	 */
	private static final int SIGNALLED = 128;

	private static final int KILLED = SIGNALLED + 9;

	private static final int CHECKS = 300;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Instances instances;

	private final LaunchPlanner planner;

	private final SessionLauncher launcher;

	private final ContainerEngine engine;

	private final Clock clock;

	SessionService(Instances instances, LaunchPlanner planner, SessionLauncher launcher, ContainerEngine engine,
			Clock clock) {
		this.clock = clock;
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
	 * @param streams what it reads and where it prints
	 * @return its exit code, or empty if nobody reads any more what it prints, which ends
	 * it
	 */
	public OptionalInt run(Instance instance, List<String> words, ExecStreams streams) {
		return new DirectProgram(this.engine, instance).run(words, streams);
	}

	/**
	 * Runs a command at the user's terminal, without a session, and without credentials.
	 * @param instance a running instance
	 * @param words the command with its arguments
	 * @param terminal the terminal
	 * @return its exit code, or empty if the terminal went first
	 */
	public OptionalInt run(Instance instance, List<String> words, ExecTerminal terminal) {
		return new DirectProgram(this.engine, instance).run(words, terminal);
	}

	/**
	 * Shows a session at the user's terminal until the user leaves it.
	 * @param instance a running instance
	 * @param session a running session
	 * @param terminal the terminal
	 * @return how the visit ended
	 * @throws SessionException if the session cannot be shown
	 */
	public Visit attach(Instance instance, Session session, ExecTerminal terminal) {
		SessionFiles files = files(instance);
		files.touch(session.name().value(), this.clock.instant());
		String features = terminal.trueColor() ? "extkeys:RGB" : "extkeys";
		OptionalInt code = show(instance, new TmuxCommand.Attach(session.name(), features).words(), terminal);
		files.touch(session.name().value(), this.clock.instant());
		Session left = (code.orElse(0) > SIGNALLED) ? awaitEnd(instance, session) : refresh(instance, session);
		if (left.running() && code.orElse(0) != 0) {
			throw new SessionException(FailureKind.FAILED, "session \"%s\" cannot be shown".formatted(session.name()),
					"tmux says why above; see what it prints with 'hjk logs %s %s -f'".formatted(instance.branch(),
							session.name()));
		}
		return new Visit(left, code.isEmpty());
	}

	private OptionalInt show(Instance instance, List<String> words, ExecTerminal terminal) {
		try {
			return run(instance, words, terminal);
		}
		catch (ContainerNotRunningException ex) {
			// Ended, or even removed, before the engine told how tmux did.
			return OptionalInt.of(KILLED);
		}
	}

	/**
	 * An engine kills what runs in a container before it tells that the container has
	 * stopped.
	 */
	private Session awaitEnd(Instance instance, Session session) {
		Session now = refresh(instance, session);
		for (int tries = 0; tries < CHECKS && now.running(); tries++) {
			pause();
			now = refresh(instance, session);
		}
		return now;
	}

	/**
	 * Looks at a session again.
	 * @param instance its instance as it was
	 * @param session the session as it was
	 * @return the session as it is; one of which nothing is left has ended
	 */
	public Session refresh(Instance instance, Session session) {
		return this.instances.refresh(instance.id())
			.flatMap((now) -> find(now, session.name().value()))
			.orElseGet(() -> session.ended(files(instance).exitCode(session.name().value())));
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SessionException(FailureKind.FAILED, "interrupted while waiting for a session", null);
		}
	}

	/**
	 * Finds the session that was used last.
	 * @param instances where it may be
	 * @return the session with its instance, or empty if none runs
	 */
	public Optional<SessionPlace> latest(List<Instance> instances) {
		return instances.stream()
			.filter(Instance::running)
			.flatMap((instance) -> list(instance).stream().map((session) -> new SessionPlace(instance, session)))
			.filter((place) -> place.session().running())
			.max(Comparator.comparing((place) -> place.session().accessed()));
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
		return find(instance, name).orElseThrow(() -> new SessionException(FailureKind.NOT_FOUND,
				"no session \"%s\" in instance %s".formatted(name, instance.id()),
				"run 'hjk ps " + instance.branch() + "' to list its sessions"));
	}

	private Optional<Session> find(Instance instance, String name) {
		return list(instance).stream().filter((session) -> session.name().value().equals(name)).findFirst();
	}

	/**
	 * Finds what a session printed.
	 * @param instance its instance
	 * @param session the session
	 * @return the log, which may be empty yet
	 */
	public SessionLog log(Instance instance, Session session) {
		return files(instance).log(session.name().value());
	}

	/**
	 * Ends a session: its program has ten seconds to save what it has. One that has ended
	 * is left as it is.
	 * @param instance its instance
	 * @param session the session
	 */
	public void kill(Instance instance, Session session) {
		if (session.running()) {
			new SessionEnd(this.engine).of(instance, List.of(session));
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

}

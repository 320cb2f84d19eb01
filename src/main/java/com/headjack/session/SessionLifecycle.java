package com.headjack.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.failure.FailureKind;
import com.headjack.injection.Workspace;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceException;
import com.headjack.instance.InstanceLock;
import com.headjack.instance.Instances;
import com.headjack.trust.TrustException;

/**
 * Starts, shows and ends programs inside instances.
 */
public final class SessionLifecycle {

	/**
	 * The number that a shell adds to the signal that ended a program.
	 */
	private static final int SIGNALLED = 128;

	private static final int KILLED = SIGNALLED + 9;

	private static final int CHECKS = 300;

	/**
	 * The age up to which a session at its first visit is shown with the signals that its
	 * program gave before.
	 */
	private static final Duration JUST_STARTED = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Instances instances;

	private final Sessions sessions;

	private final LaunchPlanner planner;

	private final SessionLauncher launcher;

	private final ExpiryGuard expiry;

	private final LoginGuard guard;

	private final ContainerEngine engine;

	private final Clock clock;

	SessionLifecycle(Instances instances, Sessions sessions, LaunchPlanner planner, SessionLauncher launcher,
			ExpiryGuard expiry, LoginGuard guard, ContainerEngine engine, Clock clock) {
		this.instances = instances;
		this.sessions = sessions;
		this.planner = planner;
		this.launcher = launcher;
		this.expiry = expiry;
		this.guard = guard;
		this.engine = engine;
		this.clock = clock;
	}

	/**
	 * Starts a program in a session. An agent's login is loaded first, so that nothing is
	 * left behind if there is none, or it has expired.
	 * @param program the program
	 * @param name the session's name, or {@code null} for a random one
	 * @param repository the id of the instance's repository
	 * @param instance supplies the running instance, and creates or starts it if
	 * necessary
	 * @param log the progress listener
	 * @return the session and its instance
	 * @throws SessionException if the session cannot be started, would replace the login
	 * of a running session, or has a login that has expired
	 * @throws TrustException if the repository has settings that can misuse the login,
	 * and the user does not agree to them
	 */
	public SessionPlace start(Program program, @Nullable SessionName name, String repository,
			Supplier<Instance> instance, ProgramLog log) {
		try (Launch launch = this.planner.prepare(program, repository, log)) {
			this.expiry.check(launch, log);
			Instance running = instance.get();
			this.guard.ask(running, launch);
			return new SessionPlace(running, start(running, launch, name, log));
		}
	}

	private Session start(Instance instance, Launch launch, @Nullable SessionName name, ProgramLog log) {
		Workspace workspace = new Workspace(ContainerPaths.WORKSPACE, instance.worktree().toString());
		try (InstanceLock _ = this.instances.folder(instance).lock()) {
			List<Session> beside = beside(instance, launch);
			if (launch instanceof Launch.Agent agent) {
				requireNoClash(instance, agent, beside);
			}
			this.guard.require(instance, launch);
			this.planner.clear(instance, launch, log);
			try (SessionPlan plan = this.planner.plan(launch, workspace, beside)) {
				Session session = this.launcher.start(instance, this.sessions.files(instance), launch, plan, name, log);
				this.planner.given(instance, launch, session);
				return session;
			}
		}
	}

	/**
	 * Returns the running sessions of the same program.
	 */
	private List<Session> beside(Instance instance, Launch launch) {
		return this.sessions.list(instance)
			.stream()
			.filter((session) -> session.running() && session.type().equals(launch.program().type()))
			.toList();
	}

	private static void requireNoClash(Instance instance, Launch.Agent launch, List<Session> beside) {
		beside.stream()
			.filter((session) -> session.login() != null && launch.clashesWith(session.login()))
			.findFirst()
			.ifPresent((session) -> {
				throw new SessionException(FailureKind.FAILED,
						"session \"%s\" runs %s with the %s, whose files the %s would replace".formatted(session.name(),
								session.type(), session.login(), launch.login()),
						"end it with 'hjk kill %s/%s', or use another branch".formatted(instance.quotedBranch(),
								session.name()));
			});
	}

	/**
	 * Runs a command in an instance without a session, and without credentials.
	 * @param instance a running instance
	 * @param words the command with its arguments
	 * @param streams the command's stdin, stdout and stderr
	 * @return the exit code, or empty if the reader of the output was gone first; then
	 * the command is ended
	 */
	public OptionalInt run(Instance instance, List<String> words, ExecStreams streams) {
		return new DirectProgram(this.engine, instance).run(Scripts.becoming(words), streams);
	}

	/**
	 * Runs a command at the user's terminal, without a session, and without credentials.
	 * @param instance a running instance
	 * @param words the command with its arguments
	 * @param terminal the terminal
	 * @return the exit code, or empty if the terminal was closed first
	 */
	public OptionalInt run(Instance instance, List<String> words, ExecTerminal terminal) {
		return new DirectProgram(this.engine, instance).run(Scripts.becoming(words), terminal);
	}

	/**
	 * Returns whether the kernel has killed a program of an instance for lack of memory,
	 * since its container was started.
	 * @param instance the instance
	 * @return {@code false} also if its container is gone
	 */
	public boolean lackedMemory(Instance instance) {
		try {
			return new DirectProgram(this.engine, instance).lackedMemory();
		}
		catch (ContainerNotRunningException _) {
			return false;
		}
	}

	/**
	 * Shows a session at the user's terminal until the user leaves it.
	 * @param instance a running instance
	 * @param session a running session
	 * @param terminal the terminal
	 * @param settings the user's settings
	 * @return how the visit ended
	 * @throws SessionException if the session cannot be shown
	 */
	public Visit attach(Instance instance, Session session, ExecTerminal terminal, AttachSettings settings) {
		SessionFiles files = this.sessions.files(instance);
		files.touch(session.name().value(), this.clock.instant());
		OptionalInt code;
		try (ProgramSignals _ = ProgramSignals.of(this.sessions.log(instance, session), justStarted(session),
				terminal::signal)) {
			code = show(instance, new TmuxCommand.Attach(session.name(), terminal.trueColor(), settings).words(),
					terminal);
		}
		files.touch(session.name().value(), this.clock.instant());
		Session left = (code.orElse(0) > SIGNALLED) ? awaitEnd(instance, session)
				: this.sessions.refresh(instance, session);
		if (left.running() && code.orElse(0) != 0) {
			throw new SessionException(FailureKind.FAILED, "session \"%s\" cannot be shown".formatted(session.name()),
					"tmux says why above; see what it prints with 'hjk logs %s %s -f'"
						.formatted(instance.quotedBranch(), session.name()));
		}
		return new Visit(left, code.isEmpty());
	}

	private boolean justStarted(Session session) {
		return session.accessed().equals(session.created())
				&& this.clock.instant().isBefore(session.created().plus(JUST_STARTED));
	}

	private OptionalInt show(Instance instance, List<String> words, ExecTerminal terminal) {
		try {
			return new DirectProgram(this.engine, instance).run(words, terminal);
		}
		catch (ContainerNotRunningException ex) {
			// The container was stopped or removed before the engine reported tmux's exit
			// code.
			return OptionalInt.of(KILLED);
		}
	}

	/**
	 * Waits a while for a session to end: an engine kills a container's programs before
	 * it reports that the container has stopped.
	 */
	private Session awaitEnd(Instance instance, Session session) {
		Session now = this.sessions.refresh(instance, session);
		for (int tries = 0; tries < CHECKS && now.running(); tries++) {
			pause();
			now = this.sessions.refresh(instance, session);
		}
		return now;
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
	 * Lists the sessions of an instance that run, as far as the container answers. Its
	 * files alone could say that a session has ended while its program lives on.
	 * @param instance the instance
	 * @return the running sessions, oldest first
	 */
	public List<Session> running(Instance instance) {
		return new RunningSessions(this.sessions, this.engine).of(instance);
	}

	/**
	 * Ends a session, whatever its files say. Its program has ten seconds to save its
	 * work. A session that has already ended is left alone.
	 * @param instance its instance
	 * @param session the session
	 * @param log the progress listener
	 * @throws InstanceException if the container does not answer
	 */
	public void end(Instance instance, Session session, ProgramLog log) {
		List<Session> running = new RunningSessions(this.sessions, this.engine).among(instance, List.of(session));
		if (!running.isEmpty()) {
			log.endingSession(session.name());
			new SessionEnd(this.engine).of(instance, running);
		}
	}

}

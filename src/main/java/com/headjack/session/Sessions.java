package com.headjack.session;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import com.headjack.failure.FailureKind;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceFolder;
import com.headjack.instance.Instances;
import com.headjack.log.LastScreen;
import com.headjack.log.SessionLog;

/**
 * Finds the sessions of instances in the host's records.
 */
public final class Sessions {

	private final Instances instances;

	private final OutputFetch output;

	Sessions(Instances instances, OutputFetch output) {
		this.instances = instances;
		this.output = output;
	}

	/**
	 * Lists the sessions of an instance. No engine is asked.
	 * @param instance the instance
	 * @return the sessions, oldest first
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

	private static Session session(Instance instance, SessionFiles files, String boot, SessionRecord record) {
		OptionalInt code = files.exitCode(record.name());
		boolean running = !files.ended(record.name()) && instance.alive() && record.boot().equals(boot);
		return new Session(new SessionName(record.name()), record.type(), running, code, record.created(),
				record.accessed(), record.login(),
				files.exit(record.name()).filter(SessionExit::outOfMemory).isPresent());
	}

	/**
	 * Gets a session. No engine is asked.
	 * @param instance its instance
	 * @param name its name
	 * @return the session
	 * @throws SessionException if there is no such session
	 */
	public Session get(Instance instance, String name) {
		return find(instance, name).orElseThrow(() -> new SessionException(FailureKind.NOT_FOUND,
				"no session \"%s\" in instance %s".formatted(name, instance.id()),
				"run 'hjk ps " + instance.quotedBranch() + "' to list its sessions"));
	}

	private Optional<Session> find(Instance instance, String name) {
		return list(instance).stream().filter((session) -> session.name().value().equals(name)).findFirst();
	}

	/**
	 * Finds the running session that was used last.
	 * @param instances the instances to search
	 * @return the session with its instance, or empty if no session is running
	 */
	public Optional<SessionPlace> latest(List<Instance> instances) {
		return instances.stream()
			.filter(Instance::alive)
			.flatMap((instance) -> list(instance).stream().map((session) -> new SessionPlace(instance, session)))
			.filter((place) -> place.session().running())
			.max(Comparator.comparing((place) -> place.session().accessed()));
	}

	/**
	 * Finds the last session of an instance. No engine is asked.
	 * @param instance the instance
	 * @return the running session that was used last, or else the session that ended
	 * last, or empty if there is none
	 */
	public Optional<Session> last(Instance instance) {
		SessionFiles files = files(instance);
		return list(instance).stream()
			.max(Comparator.comparing(Session::running)
				.thenComparing((session) -> session.running() ? session.accessed()
						: files.endTime(session.name().value()).orElse(session.accessed())));
	}

	/**
	 * Returns whether a session is still running, as far as the host's files tell. No
	 * engine is asked.
	 * @param instance its instance, as last seen
	 * @param session the session, as last seen
	 * @return whether it is still running
	 */
	boolean runs(Instance instance, Session session) {
		return find(instance, session.name().value()).filter(Session::running).isPresent();
	}

	/**
	 * Creates a watch that tells whether a session is still running.
	 * @param instance its instance
	 * @param session the session
	 * @return the watch
	 */
	public SessionWatch watch(Instance instance, Session session) {
		return new SessionWatch(this, instance, session, InstantSource.system());
	}

	/**
	 * Looks a session up again, and asks the engine about its container.
	 * @param instance its instance, as last seen
	 * @param session the session, as last seen
	 * @return the session as it is now; it has ended if its container or its record is
	 * gone
	 */
	public Session refresh(Instance instance, Session session) {
		return this.instances.refresh(instance.id())
			.flatMap((now) -> find(now, session.name().value()))
			.orElseGet(() -> session.ended(files(instance).exitCode(session.name().value())));
	}

	/**
	 * Finds the question that a running session's agent waits for an answer to, as far as
	 * its screen tells. No engine is asked.
	 * @param instance its instance
	 * @param session the session
	 * @return what the agent asks, as the end of a sentence, or empty if it asks nothing
	 * that is known
	 */
	public Optional<String> question(Instance instance, Session session) {
		List<ExpectedQuestion> expected = session.running() ? expected(instance, session) : List.of();
		if (expected.isEmpty()) {
			return Optional.empty();
		}
		try {
			String screen = LastScreen.of(log(instance, session));
			return expected.stream()
				.filter((question) -> question.standsOn(screen))
				.map(ExpectedQuestion::asks)
				.findFirst();
		}
		catch (IOException _) {
			// Without a log, nothing is known.
			return Optional.empty();
		}
	}

	/**
	 * Returns the questions that a session's agent is likely to ask as soon as it starts,
	 * because of what is in the repository.
	 * @param place the session and its instance
	 * @return what the agent asks, as the ends of sentences
	 */
	public List<String> questionsAhead(SessionPlace place) {
		return expected(place.instance(), place.session()).stream()
			.filter((question) -> question.comesIn(place.instance().worktree()))
			.map(ExpectedQuestion::asks)
			.toList();
	}

	private List<ExpectedQuestion> expected(Instance instance, Session session) {
		return files(instance).find(session.name().value()).map(SessionRecord::expected).orElse(List.of());
	}

	/**
	 * Returns the log of a session.
	 * @param instance its instance
	 * @param session the session
	 * @return the log, which may still be empty
	 */
	public SessionLog log(Instance instance, Session session) {
		String name = session.name().value();
		InstanceFolder folder = this.instances.folder(instance);
		this.output.show(instance, folder, name);
		return new SessionFiles(folder).log(name);
	}

	/**
	 * Returns whether an instance keeps its sessions where new ones of this user do, and
	 * not in the folder of another user of the engine.
	 */
	boolean areInUsualFolder(Instance instance) {
		return this.instances.folder(instance).equals(this.instances.folder(instance.id()));
	}

	SessionFiles files(Instance instance) {
		InstanceFolder folder = this.instances.folder(instance);
		this.output.refresh(instance, folder);
		return new SessionFiles(folder);
	}

}

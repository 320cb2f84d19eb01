package com.headjack.work;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLifecycle;
import com.headjack.instance.InstanceStatus;
import com.headjack.instance.LaunchLog;
import com.headjack.session.ProgramLog;
import com.headjack.session.Session;
import com.headjack.session.SessionException;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.Sessions;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Returned;
import com.headjack.worktree.UnsavedWork;

/**
 * Ends work on a branch. Programs can save their work first.
 */
public final class WorkEnd {

	private final InstanceLifecycle instances;

	private final Sessions sessions;

	private final SessionLifecycle programs;

	WorkEnd(InstanceLifecycle instances, Sessions sessions, SessionLifecycle programs) {
		this.instances = instances;
		this.sessions = sessions;
		this.programs = programs;
	}

	/**
	 * Ends a session, if it has not ended yet.
	 * @param instance its instance
	 * @param name its name
	 * @param log the progress listener
	 * @throws SessionException if there is no session of that name, or it cannot be ended
	 */
	public void kill(Instance instance, String name, ProgramLog log) {
		Session session = this.sessions.get(instance, name);
		Instance awake = (instance.status() == InstanceStatus.PAUSED) ? this.instances.start(instance, log) : instance;
		this.programs.end(awake, session, log);
	}

	/**
	 * Stops an instance, if the user agrees to the end of its agents. Its worktree is
	 * kept.
	 * @param instance the instance
	 * @param agreed tells whether the running sessions may end; called only if an agent
	 * is among them
	 * @param log the progress listener
	 * @return {@code true} if the instance was stopped, {@code false} if the user did not
	 * agree
	 */
	public boolean stop(Instance instance, Predicate<List<Session>> agreed, LaunchLog log) {
		boolean ends = mayEnd(instance, agreed);
		if (ends) {
			this.instances.stop(instance, log);
		}
		return ends;
	}

	/**
	 * Gives an instance a new container, if the user agrees to the end of its agents. Its
	 * worktree, records and logs are kept.
	 * @param repository its repository
	 * @param instance the instance
	 * @param image the new container's image, or {@code null} for that of the old one
	 * @param agreed tells whether the running sessions may end; called only if an agent
	 * is among them
	 * @param log the progress listener
	 * @return {@code true} if there is a new container, {@code false} if the user did not
	 * agree
	 */
	public boolean recreate(Repository repository, Instance instance, @Nullable String image,
			Predicate<List<Session>> agreed, LaunchLog log) {
		boolean ends = mayEnd(instance, agreed);
		if (ends) {
			this.instances.recreate(repository, instance, image, log);
		}
		return ends;
	}

	/**
	 * Brings the work of an instance back whose container has a copy of the repository.
	 * @param instance the instance
	 * @param log the progress listener, which is told where work is that is not on the
	 * branch
	 * @return what is new
	 */
	public Returned pull(Instance instance, LaunchLog log) {
		return this.instances.pull(instance, log);
	}

	private boolean mayEnd(Instance instance, Predicate<List<Session>> agreed) {
		List<Session> running = running(instance);
		return running.stream().noneMatch(Session::isAgent) || agreed.test(running);
	}

	/**
	 * Lists the sessions of an instance that run, as far as the container answers.
	 * @param instance the instance
	 * @return the running sessions, oldest first
	 */
	public List<Session> running(Instance instance) {
		return this.programs.running(instance);
	}

	/**
	 * Removes an instance with its worktree, if the user agrees.
	 * @param repository its repository
	 * @param instance the instance
	 * @param agreed tells whether the user agrees to a loss, which may be none
	 * @param log the progress listener
	 * @return {@code true} if the instance was removed, {@code false} if the user did not
	 * agree
	 * @throws WorkException if nobody knows whether work would be lost
	 */
	public boolean remove(Repository repository, Instance instance, Predicate<Loss> agreed, LaunchLog log) {
		requireKnown(instance);
		if (!agreed.test(new Loss(unsavedWork(repository, instance, log), running(instance)))) {
			return false;
		}
		this.instances.remove(repository, instance, false, log);
		return true;
	}

	private UnsavedWork unsavedWork(Repository repository, Instance instance, LaunchLog log) {
		try {
			return this.instances.unsavedWork(repository, instance, log);
		}
		catch (HeadjackException ex) {
			throw new WorkException(FailureKind.MISUSED,
					"cannot tell whether branch \"%s\" has unsaved work: %s".formatted(instance.branch(),
							ex.getMessage()),
					"%2$s, or drop its files with 'hjk rm %1$s -f'".formatted(instance.quotedBranch(),
							ex.remedy().orElse("repair it with 'hjk run " + instance.quotedBranch() + "'")));
		}
	}

	private static void requireKnown(Instance instance) {
		if (instance.status() == InstanceStatus.ORPHANED && Files.exists(instance.worktree())) {
			throw new WorkException(FailureKind.MISUSED,
					"git does not know the worktree of branch \"%s\" any more: %s".formatted(instance.branch(),
							instance.worktree()),
					"repair it with 'hjk run %1$s', or drop its files with 'hjk rm %1$s -f'"
						.formatted(instance.quotedBranch()));
		}
	}

	/**
	 * Removes an instance with its worktree, even if work is lost.
	 * @param repository its repository
	 * @param instance the instance
	 * @param log the progress listener
	 */
	public void removeWithUnsavedWork(Repository repository, Instance instance, LaunchLog log) {
		this.instances.remove(repository, instance, true, log);
	}

}

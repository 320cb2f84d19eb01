package com.headjack.work;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.instance.ContainerOrder;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceLifecycle;
import com.headjack.instance.LaunchLog;
import com.headjack.session.Program;
import com.headjack.session.ProgramLog;
import com.headjack.session.SessionException;
import com.headjack.session.SessionLifecycle;
import com.headjack.session.SessionName;
import com.headjack.session.SessionPlace;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;

/**
 * Begins and continues work on a branch: first the login, then the instance, then the
 * session.
 */
public final class Work {

	private final InstanceLifecycle instances;

	private final SessionLifecycle sessions;

	Work(InstanceLifecycle instances, SessionLifecycle sessions) {
		this.instances = instances;
		this.sessions = sessions;
	}

	/**
	 * Starts a program on a branch. The branch's instance is created or started if
	 * necessary. A failure leaves no new instance behind, except if the program itself
	 * cannot be started.
	 * @param assignment the branch, the program and the session's name
	 * @param log the progress listener
	 * @return the session and its instance
	 * @throws SessionException if it cannot be started
	 */
	public SessionPlace begin(Assignment assignment, ProgramLog log) {
		return this.sessions.start(assignment.program(), assignment.name(), assignment.repository().id(),
				() -> open(assignment.repository(), assignment.branch(), assignment.order(), log), log);
	}

	/**
	 * Ensures that a branch has a running instance.
	 * @param repository the repository
	 * @param branch the branch
	 * @param order what a new container is like
	 * @param log the progress listener
	 * @return the instance, running
	 */
	public Instance open(Repository repository, BranchName branch, ContainerOrder order, LaunchLog log) {
		Instance instance = this.instances.ensure(repository, branch, order, log);
		log.ready(instance);
		return instance;
	}

	/**
	 * Starts a program in an instance. The instance is started if necessary.
	 * @param instance the instance
	 * @param program the program
	 * @param name the session's name, or {@code null} for a random one
	 * @param log the progress listener
	 * @return the session and its instance
	 * @throws SessionException if it cannot be started
	 * @throws WorkException if the container is gone
	 */
	public SessionPlace goOn(Instance instance, Program program, @Nullable SessionName name, ProgramLog log) {
		return this.sessions.start(program, name, instance.repositoryId(), () -> resume(instance, log), log);
	}

	/**
	 * Ensures that an instance is running.
	 * @param instance the instance
	 * @param log the progress listener
	 * @return the instance, running
	 * @throws WorkException if its container or its worktree is gone, or its repository
	 * was moved
	 */
	public Instance resume(Instance instance, LaunchLog log) {
		requireWhole(instance);
		if (instance.container() == null) {
			throw new WorkException(FailureKind.NOT_FOUND,
					"the container of branch \"%s\" is gone".formatted(instance.branch()),
					"run 'hjk run " + instance.quotedBranch() + "' to make a new one");
		}
		return this.instances.start(instance, log);
	}

	private static void requireWhole(Instance instance) {
		String remedy = "run 'hjk run " + instance.quotedBranch() + "' to repair it";
		switch (instance.status()) {
			case MOVED -> throw new WorkException(FailureKind.NOT_FOUND,
					"the repository of branch \"%s\" was moved".formatted(instance.branch()), remedy);
			case ORPHANED -> throw new WorkException(FailureKind.NOT_FOUND,
					"the worktree of branch \"%s\" is gone: %s".formatted(instance.branch(), instance.worktree()),
					remedy);
			case RUNNING, PAUSED, STOPPED, MISSING, UNREACHABLE -> {
			}
		}
	}

}

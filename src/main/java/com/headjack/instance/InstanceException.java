package com.headjack.instance;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.text.ShellWord;
import com.headjack.worktree.BranchName;

/**
 * Thrown if an instance does not exist, or cannot be created, prepared or locked.
 */
public final class InstanceException extends HeadjackException {

	private static final long serialVersionUID = 1L;

	InstanceException(FailureKind kind, String message, @Nullable String remedy) {
		super(kind, message, remedy);
	}

	/**
	 * Creates the failure of a container that did not do its task in time.
	 * @param branch the branch of its instance
	 * @param cause the failure
	 * @return the failure, with what the user can do about it
	 */
	static InstanceException unresponsive(BranchName branch, ContainerUnresponsiveException cause) {
		return failure(branch, cause.of(container(branch)), cause);
	}

	/**
	 * Creates the failure of a container that did not do a task in time.
	 * @param branch the branch of its instance
	 * @param task what to call the task, such as "stop"
	 * @param cause the failure
	 * @return the failure, with what the user can do about it
	 */
	public static InstanceException unresponsive(BranchName branch, String task, ContainerUnresponsiveException cause) {
		return failure(branch, cause.of(container(branch), task), cause);
	}

	private static InstanceException failure(BranchName branch, String message, ContainerUnresponsiveException cause) {
		return new InstanceException(FailureKind.FAILED, message, cause.remedy().orElse(remedy(branch)));
	}

	private static String container(BranchName branch) {
		return "the container of branch \"" + branch + "\"";
	}

	private static String remedy(BranchName branch) {
		return "run 'hjk recreate %1$s' for a new container, or 'hjk rm %1$s -f'"
			.formatted(ShellWord.quoted(branch.toString()));
	}

}

package com.headjack.shell.command;

import java.util.List;
import java.util.function.Supplier;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.shell.terminal.Progress;
import com.headjack.text.ShellWord;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;

/**
 * The repository in the user's working directory, and its instances.
 */
final class CurrentRepository {

	private final Worktrees worktrees;

	private final Instances instances;

	private final HostEnvironment host;

	private final Progress progress;

	CurrentRepository(Worktrees worktrees, Instances instances, HostEnvironment host, Progress progress) {
		this.worktrees = worktrees;
		this.instances = instances;
		this.host = host;
		this.progress = progress;
	}

	Repository get() {
		return this.worktrees.repository(this.host.workingDirectory());
	}

	Instance instance(String branchOrId) {
		Repository repository = get();
		return asking(() -> this.instances.get(repository, branchOrId));
	}

	/**
	 * Finds an instance to start something in. A user who names another branch may want a
	 * new one.
	 */
	Instance toStartIn(String branchOrId) {
		List<Instance> there = instances();
		return Instances.among(there, branchOrId)
			.orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
					"no instance found for branch \"" + branchOrId + "\"", toMake(there, branchOrId)));
	}

	private String toMake(List<Instance> there, String branchOrId) {
		if (!mayBecomeBranch(branchOrId)) {
			return Instances.nearest(there, branchOrId);
		}
		String command = "'hjk run " + ShellWord.quoted(branchOrId) + "' creates one";
		return there.isEmpty() ? command : Instances.nearest(there, branchOrId) + "; " + command;
	}

	/**
	 * Git has no branch beside a branch that the name of one of them begins with.
	 */
	private boolean mayBecomeBranch(String name) {
		return BranchName.from(name).isPresent() && this.worktrees.branches(get())
			.stream()
			.noneMatch((branch) -> branch.startsWith(name + "/") || name.startsWith(branch + "/"));
	}

	/**
	 * Finds an instance by the host's records, whether or not an engine answers.
	 */
	Instance kept(String branchOrId) {
		Repository repository = get();
		return asking(() -> this.instances.kept(repository, branchOrId));
	}

	List<Instance> instances() {
		Repository repository = get();
		return asking(() -> this.instances.of(repository));
	}

	/**
	 * The instances of all repositories, whatever the working directory.
	 */
	List<Instance> allInstances() {
		return asking(this.instances::all);
	}

	/**
	 * Picks the instances of this repository, if the working directory is in one.
	 */
	List<Instance> ownOf(List<Instance> some) {
		try {
			String repository = get().id();
			return some.stream().filter((instance) -> instance.repositoryId().equals(repository)).toList();
		}
		catch (HeadjackException _) {
			return List.of();
		}
	}

	private <T> T asking(Supplier<T> question) {
		return this.progress.during("Waiting for the container engine", question);
	}

}

package com.headjack.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.instance.FoundInstances;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.shell.terminal.Output;
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

	private final Output output;

	CurrentRepository(Worktrees worktrees, Instances instances, HostEnvironment host, Progress progress,
			Output output) {
		this.worktrees = worktrees;
		this.instances = instances;
		this.host = host;
		this.progress = progress;
		this.output = output;
	}

	Repository get() {
		return this.worktrees.repository(this.host.workingDirectory());
	}

	/**
	 * The user's working directory, which may be anywhere in the repository.
	 */
	Path folder() {
		return this.host.workingDirectory();
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
		Repository repository = get();
		return asking(() -> this.instances.find(repository, branchOrId))
			.orElseThrow(() -> new HeadjackException(FailureKind.NOT_FOUND,
					"no instance found for branch \"" + branchOrId + "\"",
					toMake(Instances.known(this.worktrees, repository), branchOrId)));
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

	/**
	 * The instances of this repository. Tells which engines do not answer.
	 */
	List<Instance> instances() {
		Repository repository = get();
		return heard(asking(() -> this.instances.in(repository)));
	}

	/**
	 * The instances of all repositories, whatever the working directory. Tells which
	 * engines do not answer.
	 */
	List<Instance> allInstances() {
		return heard(everywhere());
	}

	/**
	 * The instances of all repositories, whatever the working directory, and which
	 * engines do not answer.
	 */
	FoundInstances everywhere() {
		return asking(this.instances::everywhere);
	}

	private List<Instance> heard(FoundInstances found) {
		found.silent()
			.forEach((engine, failure) -> this.output
				.message("warning: engine %s is left out: %s".formatted(engine, failure.getMessage())));
		return found.instances();
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

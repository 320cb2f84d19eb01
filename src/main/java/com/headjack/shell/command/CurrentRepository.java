package com.headjack.shell.command;

import java.util.List;
import java.util.function.Supplier;

import com.headjack.host.HostEnvironment;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.shell.terminal.Progress;
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

	private <T> T asking(Supplier<T> question) {
		return this.progress.during("Waiting for the container engine", question);
	}

}

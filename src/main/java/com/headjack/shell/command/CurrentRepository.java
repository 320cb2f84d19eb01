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
 * The repository that the user is in, and its instances.
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
	 * Gets an instance for what the host keeps of it, whether an engine answers or not.
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
	 * The instances of all repositories, from wherever the user is.
	 */
	List<Instance> allInstances() {
		return asking(this.instances::all);
	}

	private <T> T asking(Supplier<T> question) {
		return this.progress.during("Waiting for the container engine", question);
	}

}

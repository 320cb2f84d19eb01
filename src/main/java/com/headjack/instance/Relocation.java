package com.headjack.instance;

import java.util.Optional;

import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Gives a moved repository the instances back that it had in its former place. Worktrees,
 * records and logs are kept; containers are removed, since they have the former place.
 */
final class Relocation {

	private final Instances instances;

	private final Worktrees worktrees;

	private final EngineContainers containers;

	Relocation(Instances instances, Worktrees worktrees, EngineContainers containers) {
		this.instances = instances;
		this.worktrees = worktrees;
		this.containers = containers;
	}

	/**
	 * Mends the instance of a branch, if the repository was moved.
	 * @param repository the repository
	 * @param branch the branch
	 * @param log the progress listener
	 * @return the image of the container that was removed, or empty if there was none
	 */
	Optional<String> mend(Repository repository, BranchName branch, LaunchLog log) {
		return stray(repository, branch).flatMap((stray) -> mend(repository, stray, log));
	}

	private Optional<String> mend(Repository repository, Worktree stray, LaunchLog log) {
		InstanceId former = Instance.moved(stray).id();
		return this.instances.place(former)
			.locked(() -> stray(repository, stray.branch()).isPresent() ? move(former, stray, log) : Optional.empty());
	}

	private Optional<String> move(InstanceId former, Worktree stray, LaunchLog log) {
		Optional<Instance> present = this.instances.refresh(former);
		Optional<String> image = present.map(Instance::image);
		InstanceFolder folder = this.instances.place(former);
		String engine = present.map(Instance::engine).orElseGet(() -> this.instances.engineOf(former));
		this.containers.on(engine).remove(former, true, log);
		Worktree worktree = this.worktrees.adopt(stray);
		InstanceId id = InstanceId.of(worktree.repository().id(), worktree.branch());
		folder.moveTo(this.instances.folder(id));
		return image;
	}

	private Optional<Worktree> stray(Repository repository, BranchName branch) {
		return this.worktrees.strays(repository).stream().filter((stray) -> stray.branch().equals(branch)).findFirst();
	}

}

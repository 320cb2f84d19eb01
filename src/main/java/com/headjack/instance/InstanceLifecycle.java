package com.headjack.instance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.Image;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Checkout;
import com.headjack.worktree.Repository;
import com.headjack.worktree.UnsavedWork;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Makes, starts, stops and removes instances.
 */
public final class InstanceLifecycle {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private final Instances instances;

	private final Worktrees worktrees;

	private final ContainerEngine engine;

	private final ContainerPreparation preparation;

	private final ContainerSettings settings;

	InstanceLifecycle(Instances instances, Worktrees worktrees, ContainerEngine engine,
			ContainerPreparation preparation, ContainerSettings settings) {
		this.instances = instances;
		this.worktrees = worktrees;
		this.engine = engine;
		this.preparation = preparation;
		this.settings = settings;
	}

	/**
	 * Sees to it that a branch has a running instance: reuses, restarts, recreates or
	 * creates it. A failure leaves nothing behind that was not there before.
	 * @param repository the repository
	 * @param branch the branch
	 * @param image the image for a new container, or {@code null} for the configured one
	 * @param log is told what happens
	 * @return the instance, running
	 */
	public Instance ensure(Repository repository, BranchName branch, @Nullable String image, LaunchLog log) {
		Optional<Instance> present = this.instances.find(repository, branch.toString())
			.filter((instance) -> instance.container() != null);
		if (present.isPresent() && this.worktrees.find(repository, branch).isPresent()) {
			return start(present.get(), log);
		}
		present.map(Instance::container).ifPresent(this.engine::remove);
		create(repository, branch, (image != null) ? image : this.settings.image(), log);
		return this.instances.get(repository, branch.toString());
	}

	/**
	 * Starts an instance that is stopped.
	 * @param instance the instance
	 * @param log is told what happens
	 * @return the instance, running
	 */
	public Instance start(Instance instance, LaunchLog log) {
		if (instance.running()) {
			return instance;
		}
		String container = Objects.requireNonNull(instance.container());
		log.startingContainer();
		this.engine.start(container);
		this.preparation.prepare(container, Objects.requireNonNull(instance.image()), instance.worktree());
		return new Instance(instance.id(), instance.branch(), instance.repositoryId(), instance.worktree(),
				InstanceStatus.RUNNING, container, instance.image(), instance.created());
	}

	/**
	 * Stops an instance; its worktree stays.
	 * @param instance the instance
	 */
	public void stop(Instance instance) {
		if (instance.container() != null) {
			this.engine.stop(instance.container(), GRACE);
		}
	}

	/**
	 * Finds out what would be lost with an instance.
	 * @param instance the instance
	 * @return the work that exists in its worktree only
	 */
	public UnsavedWork unsavedWork(Repository repository, Instance instance) {
		return this.worktrees.find(repository, instance.branch())
			.map(this.worktrees::unsavedWork)
			.orElse(new UnsavedWork(0, 0));
	}

	/**
	 * Removes an instance: its container, its worktree, its records and logs. The branch
	 * stays.
	 * @param repository the repository
	 * @param instance the instance
	 */
	public void remove(Repository repository, Instance instance) {
		if (instance.container() != null) {
			this.engine.remove(instance.container());
		}
		this.worktrees.find(repository, instance.branch())
			.ifPresent((worktree) -> this.worktrees.remove(repository, worktree, true));
		this.instances.folder(instance.id()).delete();
	}

	private void create(Repository repository, BranchName branch, String image, LaunchLog log) {
		requireImage(image, log);
		Checkout checkout = this.worktrees.create(repository, branch);
		try {
			log.worktreeReady(checkout.worktree());
			log.creatingContainer(image);
			createContainer(repository, checkout.worktree(), image);
		}
		catch (RuntimeException ex) {
			this.worktrees.undo(repository, checkout);
			throw ex;
		}
	}

	private void createContainer(Repository repository, Worktree worktree, String image) {
		InstanceFolder folder = this.instances.folder(InstanceId.of(repository.id(), worktree.branch()));
		boolean known = folder.exists();
		try {
			startContainer(new ContainerPlan(repository, worktree).spec(image, this.settings.options(), folder.create(),
					this.worktrees.gitPaths(worktree), gitSettings(repository)), worktree);
		}
		catch (RuntimeException ex) {
			if (!known) {
				folder.delete();
			}
			throw ex;
		}
	}

	private void startContainer(ContainerSpec spec, Worktree worktree) {
		String container = this.engine.create(spec);
		try {
			this.engine.start(container);
			this.preparation.prepare(container, spec.image(), worktree.path());
		}
		catch (RuntimeException ex) {
			this.engine.remove(container);
			throw ex;
		}
	}

	/**
	 * The user's own name, and no clean-up, which would need what is read-only.
	 */
	private Map<String, String> gitSettings(Repository repository) {
		Map<String, String> settings = new LinkedHashMap<>(this.worktrees.identity(repository));
		settings.put("gc.auto", "0");
		settings.put("maintenance.auto", "false");
		return settings;
	}

	private Image requireImage(String image, LaunchLog log) {
		return this.engine.findImage(image).orElseGet(() -> {
			log.pullingImage(image);
			return this.engine.pull(image);
		});
	}

}

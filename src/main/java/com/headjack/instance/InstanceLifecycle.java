package com.headjack.instance;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.failure.FailureKind;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Checkout;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Returned;
import com.headjack.worktree.UnsavedWork;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Creates, starts, stops and removes instances. Only one process of this machine at a
 * time changes an instance.
 */
public final class InstanceLifecycle {

	private final Instances instances;

	private final Worktrees worktrees;

	private final InstanceContainers containers;

	private final Relocation relocation;

	InstanceLifecycle(Instances instances, Worktrees worktrees, InstanceContainers containers) {
		this.instances = instances;
		this.worktrees = worktrees;
		this.containers = containers;
		this.relocation = new Relocation(instances, worktrees, containers);
	}

	/**
	 * Ensures that a branch has a running instance: reuses, restarts, recreates or
	 * creates it. A branch that is checked out in another branch's instance is there
	 * already. The instance of a moved repository is mended. A failure leaves nothing new
	 * behind.
	 * @param repository the repository
	 * @param branch the branch
	 * @param image the image for a new container, or {@code null} for the configured one
	 * @param log the progress listener
	 * @return the instance, running
	 */
	public Instance ensure(Repository repository, BranchName branch, @Nullable String image, LaunchLog log) {
		log.lookingForInstance();
		BranchName own = this.worktrees.holding(repository, branch).map(Worktree::branch).orElse(branch);
		return ensureOwn(repository, own, image, log);
	}

	private Instance ensureOwn(Repository repository, BranchName branch, @Nullable String image, LaunchLog log) {
		Optional<String> former = this.relocation.mend(repository, branch, log);
		InstanceId id = InstanceId.of(repository.id(), branch);
		InstanceFolder usual = this.instances.folder(id);
		Optional<Instance> seen = usual.exists() ? Optional.empty() : find(repository, branch);
		InstanceFolder folder = seen.filter((instance) -> instance.id().equals(id))
			.map(this.instances::folder)
			.orElse(usual);
		return locked(folder, branch, (lock) -> {
			// Where the lock is the first one and there was no instance, nobody else has
			// made one since.
			boolean unchanged = lock.first() && seen.isEmpty();
			Optional<Instance> present = (unchanged ? seen : find(repository, branch))
				.filter((instance) -> instance.container() != null);
			if (present.isPresent() && worktree(repository, present.get()).isPresent()) {
				return reuse(present.get(), image, log);
			}
			String chosen = chosen((image != null) ? image : former.orElse(null), present.orElse(null));
			present.ifPresent((_) -> this.containers.requireImage(chosen, log));
			this.containers.checkProxies(log);
			present.map(Instance::id).ifPresent((old) -> this.containers.remove(old, true, log));
			return fetching(chosen, log, () -> create(repository, branch, log, (worktree) -> {
				log.creatingContainer(chosen);
				return this.containers.make(repository, worktree, folder, chosen, log);
			}));
		});
	}

	private Optional<Instance> find(Repository repository, BranchName branch) {
		return this.instances.find(repository, branch.toString());
	}

	/**
	 * Pulls the image only if the engine says that it is missing, which saves a request
	 * where it is there.
	 */
	private Instance fetching(String image, LaunchLog log, Supplier<Instance> creation) {
		try {
			return creation.get();
		}
		catch (ImageNotFoundException _) {
			this.containers.requireImage(image, log);
			return creation.get();
		}
	}

	private Optional<Worktree> worktree(Repository repository, Instance instance) {
		return this.worktrees.find(repository, instance.branch())
			.or(() -> this.worktrees.at(repository, instance.worktree()));
	}

	private Instance reuse(Instance present, @Nullable String image, LaunchLog log) {
		Instance instance = this.containers.awake(present, log);
		if (image != null && !instance.madeFrom(image)) {
			log.imageKept(instance, image);
		}
		this.containers.exchangeSettings(instance.worktree(), log);
		if (instance.running()) {
			this.containers.refresh(instance, log);
		}
		return startAlone(instance, log);
	}

	/**
	 * Gives an instance a new container. Its worktree, records and logs are kept. If this
	 * fails, the old container is kept, too.
	 * @param repository the repository
	 * @param instance the instance
	 * @param image the new container's image, or {@code null} for that of the old one
	 * @param log the progress listener
	 * @return the instance, running
	 */
	public Instance recreate(Repository repository, Instance instance, @Nullable String image, LaunchLog log) {
		log.lookingForInstance();
		if (instance.status() == InstanceStatus.MOVED) {
			return ensure(repository, instance.branch(), image, log);
		}
		InstanceFolder folder = this.instances.folder(instance);
		return locked(folder, instance.branch(), () -> {
			Optional<Instance> present = this.instances.refresh(instance.id());
			String chosen = chosen(image, present.orElse(null));
			this.containers.requireImage(chosen, log);
			this.containers.checkProxies(log);
			return create(repository, instance.branch(), log, (worktree) -> {
				log.creatingContainer(chosen);
				return present.map((old) -> this.containers.replace(repository, worktree, old, chosen, log))
					.orElseGet(() -> this.containers.make(repository, worktree, folder, chosen, log));
			});
		});
	}

	private String chosen(@Nullable String image, @Nullable Instance present) {
		if (image != null) {
			return image;
		}
		return (present != null && present.image() != null) ? present.image() : this.containers.defaultImage();
	}

	/**
	 * Starts an instance if it is stopped, or lets it go on if it is paused.
	 * @param instance the instance
	 * @param log the progress listener
	 * @return the instance, running
	 */
	public Instance start(Instance instance, LaunchLog log) {
		if (instance.running()) {
			return instance;
		}
		return locked(this.instances.folder(instance), instance.branch(), () -> {
			this.containers.exchangeSettings(instance.worktree(), log);
			return startAlone(this.instances.refresh(instance.id()).orElse(instance), log);
		});
	}

	private Instance startAlone(Instance present, LaunchLog log) {
		Instance instance = this.containers.awake(present, log);
		if (instance.running()) {
			return instance;
		}
		log.startingContainer();
		this.containers.start(instance, log);
		return instance.with(InstanceStatus.RUNNING);
	}

	/**
	 * Stops an instance. Its programs can save their work first. Its worktree is kept.
	 * @param instance the instance
	 * @param log the progress listener
	 */
	public void stop(Instance instance, LaunchLog log) {
		log.lookingForInstance();
		locked(this.instances.folder(instance), instance.branch(), () -> {
			this.instances.refresh(instance.id()).ifPresent((now) -> this.containers.stop(now, log));
			return instance;
		});
	}

	/**
	 * Brings the work of a container back that has a copy of the repository.
	 * @param instance the instance
	 * @param log the progress listener, which is told where work is that is not on the
	 * branch
	 * @return what is new; nothing if the container works on this machine's files
	 */
	public Returned pull(Instance instance, LaunchLog log) {
		this.containers.requireNotElsewhere(instance);
		if (!instance.copied()) {
			return Returned.NOTHING;
		}
		AtomicReference<Returned> returned = new AtomicReference<>(Returned.NOTHING);
		locked(this.instances.folder(instance), instance.branch(), () -> {
			this.instances.refresh(instance.id()).ifPresent((now) -> returned.set(this.containers.bring(now, log)));
			return instance;
		});
		return returned.get();
	}

	/**
	 * Finds the work that would be lost with an instance. The work of a container that
	 * has a copy of the repository is brought back first.
	 * @param instance the instance
	 * @param log the progress listener
	 * @return the work that exists only in its worktree
	 */
	public UnsavedWork unsavedWork(Repository repository, Instance instance, LaunchLog log) {
		requireAll(pull(instance, log));
		return worktree(repository, instance).or(() -> this.worktrees.findOrStray(repository, instance.branch()))
			.map(this.worktrees::unsavedWork)
			.orElse(UnsavedWork.NONE);
	}

	/**
	 * Removes an instance: its container, its worktree, its records and logs. Its
	 * programs can save their work first. The branch is kept.
	 * @param repository the repository
	 * @param instance the instance
	 * @param force whether to remove it even if the work of a container with a copy of
	 * the repository cannot be brought back
	 * @param log the progress listener
	 */
	public void remove(Repository repository, Instance instance, boolean force, LaunchLog log) {
		log.lookingForInstance();
		locked(this.instances.folder(instance), instance.branch(), () -> {
			this.containers.remove(instance.id(), force, log);
			this.containers.removeVolumes(this.instances.folder(instance));
			this.containers.exchangeSettings(instance.worktree(), log);
			log.removingWorktree();
			worktree(repository, instance).or(() -> this.worktrees.findOrStray(repository, instance.branch()))
				.ifPresentOrElse((worktree) -> this.worktrees.remove(repository, worktree, true),
						() -> this.worktrees.removeRest(repository, instance.branch()));
			this.instances.folder(instance).delete();
			return instance;
		});
	}

	private static void requireAll(Returned returned) {
		if (!returned.left().isEmpty()) {
			throw new InstanceException(FailureKind.FAILED,
					"the container has what does not come back: " + String.join(", ", returned.left()),
					"push or copy it, and delete it there");
		}
	}

	private Instance create(Repository repository, BranchName branch, LaunchLog log,
			Function<Worktree, Instance> container) {
		log.checkingOut(branch);
		Checkout checkout = this.worktrees.create(repository, branch);
		try {
			return container.apply(checkout.worktree());
		}
		catch (RuntimeException ex) {
			this.worktrees.undo(repository, checkout);
			throw ex;
		}
	}

	private Instance locked(InstanceFolder folder, BranchName branch, Supplier<Instance> work) {
		return locked(folder, branch, (_) -> work.get());
	}

	private Instance locked(InstanceFolder folder, BranchName branch, Function<InstanceLock, Instance> work) {
		try {
			return folder.locked(work);
		}
		catch (ContainerUnresponsiveException ex) {
			throw InstanceException.unresponsive(branch, ex);
		}
	}

}

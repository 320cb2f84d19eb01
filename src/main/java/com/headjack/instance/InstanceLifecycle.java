package com.headjack.instance;

import java.nio.file.Path;
import java.util.Objects;
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

	private final EngineContainers containers;

	private final Relocation relocation;

	InstanceLifecycle(Instances instances, Worktrees worktrees, EngineContainers containers) {
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
	 * @param order what a new container is like
	 * @param log the progress listener
	 * @return the instance, running
	 */
	public Instance ensure(Repository repository, BranchName branch, ContainerOrder order, LaunchLog log) {
		log.lookingForInstance();
		BranchName own = this.worktrees.holding(repository, branch).map(Worktree::branch).orElse(branch);
		return ensureOwn(repository, own, order, log);
	}

	private Instance ensureOwn(Repository repository, BranchName branch, ContainerOrder order, LaunchLog log) {
		Optional<String> former = this.relocation.mend(repository, branch, log);
		InstanceId id = InstanceId.of(repository.id(), branch);
		String engine = Objects.requireNonNullElseGet(order.engine(), () -> this.instances.engineOf(id));
		InstanceFolder usual = this.instances.folder(id);
		Optional<Instance> seen = usual.exists() ? Optional.empty() : this.instances.find(repository, branch, engine);
		InstanceFolder folder = seen.filter((instance) -> instance.id().equals(id))
			.map(this.instances::folder)
			.orElse(usual);
		return locked(folder, branch, (lock) -> {
			// Where the lock is the first one and there was no instance, nobody else has
			// made one since.
			boolean unchanged = lock.first() && seen.isEmpty();
			Optional<Instance> present = (unchanged ? seen : this.instances.find(repository, branch, engine))
				.filter((instance) -> instance.container() != null);
			if (present.isPresent() && worktree(repository, present.get()).isPresent()) {
				return reuse(present.get(), order, log);
			}
			InstanceContainers containers = this.containers.on(engine);
			String image = image(containers, (order.image() != null) ? order.image() : former.orElse(null),
					present.orElse(null));
			present.ifPresent((_) -> containers.requireImage(image, log));
			containers.checkProxies(log);
			present.ifPresent((old) -> containersOf(old).remove(old.id(), true, log));
			Instance made = fetching(containers, image, log,
					() -> create(repository, branch, order.changes(), log, (worktree) -> {
						log.creatingContainer(image);
						return containers.make(repository, worktree, folder,
								new ContainerOrder(image, engine, order.changes()), log);
					}));
			this.instances.remember(id, engine);
			return made;
		});
	}

	private InstanceContainers containersOf(Instance instance) {
		return this.containers
			.on((instance.container() != null) ? instance.engine() : this.instances.engineOf(instance.id()));
	}

	/**
	 * Pulls the image only if the engine says that it is missing, which saves a request
	 * where it is there.
	 */
	private static Instance fetching(InstanceContainers containers, String image, LaunchLog log,
			Supplier<Instance> creation) {
		try {
			return creation.get();
		}
		catch (ImageNotFoundException _) {
			containers.requireImage(image, log);
			return creation.get();
		}
	}

	private Optional<Worktree> worktree(Repository repository, Instance instance) {
		return this.worktrees.find(repository, instance.branch())
			.or(() -> this.worktrees.at(repository, instance.worktree()));
	}

	private Instance reuse(Instance present, ContainerOrder order, LaunchLog log) {
		InstanceContainers containers = containersOf(present);
		Instance instance = containers.awake(present, log);
		if (order.image() != null && !instance.madeFrom(order.image())) {
			log.imageKept(instance, order.image());
		}
		if (order.engine() != null && !instance.engine().equals(order.engine())) {
			log.engineKept(instance);
		}
		tellWhatStays(order.changes(), instance.branch(), instance.worktree(), log);
		containers.exchangeSettings(instance.worktree(), log);
		if (instance.running()) {
			containers.refresh(instance, log);
		}
		return containers.giveUncommitted(startAlone(instance, log), order.changes() != null, log);
	}

	/**
	 * Tells that uncommitted work goes along only to a new worktree.
	 */
	private static void tellWhatStays(@Nullable Path changes, BranchName branch, Path worktree, LaunchLog log) {
		if (changes != null && !changes.startsWith(worktree)) {
			log.notice("branch %s has its worktree already, where uncommitted work of another folder does not go: %s"
				.formatted(branch, worktree));
		}
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
			return ensure(repository, instance.branch(), new ContainerOrder(image, null, null), log);
		}
		InstanceFolder folder = this.instances.folder(instance);
		return locked(folder, instance.branch(), () -> {
			Optional<Instance> present = this.instances.refresh(instance.id());
			InstanceContainers containers = containersOf(instance);
			String chosen = image(containers, image, present.orElse(null));
			containers.requireImage(chosen, log);
			containers.checkProxies(log);
			return create(repository, instance.branch(), null, log, (worktree) -> {
				log.creatingContainer(chosen);
				return present.map((old) -> containers.replace(repository, worktree, old, chosen, log))
					.orElseGet(() -> containers.make(repository, worktree, folder,
							new ContainerOrder(chosen, null, null), log));
			});
		});
	}

	private static String image(InstanceContainers containers, @Nullable String image, @Nullable Instance present) {
		if (image != null) {
			return image;
		}
		return (present != null && present.image() != null) ? present.image() : containers.defaultImage();
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
			containersOf(instance).exchangeSettings(instance.worktree(), log);
			return startAlone(this.instances.refresh(instance.id()).orElse(instance), log);
		});
	}

	private Instance startAlone(Instance present, LaunchLog log) {
		InstanceContainers containers = containersOf(present);
		Instance instance = containers.awake(present, log);
		if (instance.running()) {
			return instance;
		}
		log.startingContainer();
		containers.start(instance, log);
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
			this.instances.refresh(instance.id()).ifPresent((now) -> containersOf(now).stop(now, log));
			return instance;
		});
	}

	/**
	 * Brings the work of a container back that has a copy of the repository.
	 * @param instance the instance
	 * @param log the progress listener, which is told where work is that is not on the
	 * branch
	 * @return what is new; nothing if the container works on this machine's files
	 * @throws InstanceException if the work is on another engine, or only in volumes
	 */
	public Returned pull(Instance instance, LaunchLog log) {
		containersOf(instance).requireNotElsewhere(instance);
		containersOf(instance).requireContainerOfVolumes(instance);
		if (!instance.copied()) {
			return Returned.NOTHING;
		}
		AtomicReference<Returned> returned = new AtomicReference<>(Returned.NOTHING);
		locked(this.instances.folder(instance), instance.branch(), () -> {
			this.instances.refresh(instance.id()).ifPresent((now) -> returned.set(containersOf(now).bring(now, log)));
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
			InstanceContainers containers = containersOf(instance);
			containers.remove(instance.id(), force, log);
			containers.removeVolumes(this.instances.folder(instance));
			containers.exchangeSettings(instance.worktree(), log);
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

	private Instance create(Repository repository, BranchName branch, @Nullable Path changes, LaunchLog log,
			Function<Worktree, Instance> container) {
		log.checkingOut(branch);
		Checkout checkout = this.worktrees.create(repository, branch);
		try {
			if (changes != null && checkout.worktreeCreated()) {
				this.worktrees.takeAlong(changes, checkout.worktree());
			}
			else {
				tellWhatStays(changes, branch, checkout.worktree().path(), log);
			}
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

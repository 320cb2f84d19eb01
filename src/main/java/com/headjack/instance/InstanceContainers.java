package com.headjack.instance;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerConflictException;
import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.FilesUnseenException;
import com.headjack.failure.HeadjackException;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.process.ShutdownHook;
import com.headjack.text.ShellWord;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Returned;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Creates, starts, stops and removes the containers of instances. Nothing else stops or
 * removes a container, so that {@link BeforeEnd} is always called.
 */
final class InstanceContainers {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final int SUFFIX = 8;

	private final Instances instances;

	private final Worktrees worktrees;

	private final ContainerEngine engine;

	private final ContainerPreparation preparation;

	private final ContainerGit git;

	private final CopiedContainers copies;

	private final ContainerSettings settings;

	private final List<BeforeEnd> beforeEnds;

	InstanceContainers(Instances instances, Worktrees worktrees, ContainerEngine engine,
			ContainerPreparation preparation, ContainerGit git, CopiedWork work, ContainerSettings settings,
			List<BeforeEnd> beforeEnds) {
		this.instances = instances;
		this.worktrees = worktrees;
		this.engine = engine;
		this.preparation = preparation;
		this.git = git;
		this.copies = new CopiedContainers(engine, preparation, git, work, settings);
		this.settings = settings;
		this.beforeEnds = beforeEnds.stream().sorted(Comparator.comparing(BeforeEnd::turn)).toList();
	}

	String defaultImage() {
		return this.settings.image();
	}

	/**
	 * Pulls an image if the engine does not have it.
	 */
	void requireImage(String image, LaunchLog log) {
		if (this.engine.findImage(image).isEmpty()) {
			log.pullingImage(image);
			this.engine.pull(image);
		}
	}

	/**
	 * Tells of proxies that new containers cannot reach.
	 */
	void checkProxies(LaunchLog log) {
		List<String> dead = this.engine.deadProxies(this.settings.options());
		if (!dead.isEmpty()) {
			log.proxyOutOfReach(dead);
		}
	}

	/**
	 * Creates and starts a container. It gets a copy of the repository if the engine does
	 * not see this machine's files. If this fails, nothing of it is left.
	 * @param folder the instance's folder
	 * @param order what it is like; its image is known
	 * @return the instance, running
	 */
	Instance make(Repository repository, Worktree worktree, InstanceFolder folder, ContainerOrder order,
			LaunchLog log) {
		CopyVolumes.requireNotElsewhere(folder, worktree.branch(), this.engine);
		if (CopyVolumes.of(folder).isEmpty()) {
			try {
				return makeShared(repository, worktree, folder, Objects.requireNonNull(order.image()), log);
			}
			catch (FilesUnseenException ex) {
				log.notice(ex.fact() + "; the container gets a copy of the repository, and 'hjk pull "
						+ ShellWord.quoted(worktree.branch().value()) + "' brings its work back");
			}
		}
		return makeCopied(repository, worktree, folder, order, log);
	}

	private Instance makeCopied(Repository repository, Worktree worktree, InstanceFolder folder, ContainerOrder order,
			LaunchLog log) {
		String image = Objects.requireNonNull(order.image());
		boolean first = CopyVolumes.of(folder).isEmpty();
		InstanceId id = InstanceId.of(repository.id(), worktree.branch());
		try {
			String container = this.engine.create(this.copies.spec(repository, worktree, folder, image));
			this.copies.start(folder, container, image, worktree.path(), log);
			CopiedWork.tellWhatIsMissing(worktree, this.worktrees, log);
			Instance made = Instance.made(worktree, folder, container, image, true);
			this.copies.giveUncommitted(made, folder, order.changes() != null, log);
			return made;
		}
		catch (RuntimeException ex) {
			discardAllBut("", id, ex);
			if (first && !(ex instanceof ContainerConflictException)) {
				this.copies.discardVolumes(folder, ex);
			}
			throw ex;
		}
	}

	private Instance makeShared(Repository repository, Worktree worktree, InstanceFolder folder, String image,
			LaunchLog log) {
		try (ContainerBeginning beginning = begin(worktree, folder)) {
			ContainerSpec spec = spec(repository, worktree, folder, image, beginning);
			try {
				return running(this.engine.create(spec), worktree, folder, image, beginning, log);
			}
			catch (RuntimeException ex) {
				discardAllBut("", InstanceId.of(repository.id(), worktree.branch()), ex);
				throw ex;
			}
		}
	}

	private ContainerBeginning begin(Worktree worktree, InstanceFolder folder) {
		ContainerConfiguration configuration = this.git.deliver(worktree, folder.create());
		return this.preparation.begin(configuration, new InstanceMounts(worktree.path(), folder.out()));
	}

	/**
	 * Replaces a container with a new one. The old container is removed once the new one
	 * is ready. If the new one fails, the old one is kept and runs again if it did
	 * before, but its sessions have ended.
	 * @param old the instance with the old container
	 * @param image the new container's image
	 * @param log the progress listener
	 * @return the instance, running
	 */
	Instance replace(Repository repository, Worktree worktree, Instance old, String image, LaunchLog log) {
		String before = Objects.requireNonNull(old.container());
		Instance replaced;
		try {
			replaced = old.copied() ? replacedCopy(repository, worktree, old, image, log)
					: replacedShared(repository, worktree, old, image, log);
		}
		catch (RuntimeException ex) {
			discardAllBut(before, old.id(), ex);
			if (old.alive()) {
				start(old, worktree.path(), log);
			}
			throw ex;
		}
		removeAllBut(Objects.requireNonNull(replaced.container()), old.id());
		return replaced;
	}

	private Instance replacedShared(Repository repository, Worktree worktree, Instance old, String image,
			LaunchLog log) {
		InstanceFolder folder = this.instances.folder(old);
		try (ContainerBeginning beginning = begin(worktree, folder)) {
			String container = createBeside(spec(repository, worktree, folder, image, beginning));
			stop(old, log);
			log.startingContainer();
			return running(container, worktree, folder, image, beginning, log);
		}
	}

	private Instance replacedCopy(Repository repository, Worktree worktree, Instance old, String image, LaunchLog log) {
		InstanceFolder folder = this.instances.folder(old);
		String container = createBeside(this.copies.spec(repository, worktree, folder, image));
		stop(old, log);
		log.startingContainer();
		this.copies.start(folder, container, image, worktree.path(), log);
		return Instance.made(worktree, folder, container, image, true);
	}

	private String createBeside(ContainerSpec spec) {
		String suffix = UUID.randomUUID().toString().substring(0, SUFFIX);
		return this.engine.create(spec.named(spec.name() + "-" + suffix));
	}

	private Instance running(String container, Worktree worktree, InstanceFolder folder, String image,
			ContainerBeginning beginning, LaunchLog log) {
		start(folder, container, image, worktree.path(), beginning, log);
		return Instance.made(worktree, folder, container, image, false);
	}

	/**
	 * Removes the containers that a failure left behind. The engine may have created one
	 * without reporting it.
	 */
	private void discardAllBut(String kept, InstanceId id, RuntimeException failure) {
		if (failure instanceof ContainerConflictException) {
			// The container of that name is not this failure's.
			return;
		}
		try {
			removeAllBut(kept, id);
		}
		catch (EngineException ex) {
			failure.addSuppressed(ex);
		}
	}

	private ContainerSpec spec(Repository repository, Worktree worktree, InstanceFolder folder, String image,
			ContainerBeginning beginning) {
		return new ContainerPlan(repository, worktree).spec(image, this.settings.options(), folder,
				this.worktrees.gitPaths(worktree), beginning.words());
	}

	/**
	 * Starts a container and prepares it. If this fails, it does not run.
	 */
	void start(Instance instance, LaunchLog log) {
		start(instance, instance.worktree(), log);
	}

	private void start(Instance instance, Path worktree, LaunchLog log) {
		InstanceFolder folder = this.instances.folder(instance);
		String container = Objects.requireNonNull(instance.container());
		String image = Objects.requireNonNull(instance.image());
		if (instance.copied()) {
			this.copies.start(folder, container, image, worktree, log);
		}
		else {
			// What it mounts can be lost, as after a creation that was ended half way.
			this.worktrees.at(worktree).ifPresent(this.worktrees::gitPaths);
			start(folder, container, image, worktree, null, log);
		}
	}

	private void start(InstanceFolder folder, String container, String image, Path worktree,
			@Nullable ContainerBeginning beginning, LaunchLog log) {
		Path out = folder.create().out();
		this.worktrees.at(worktree).ifPresent(this.worktrees::requireMountable);
		new PrivateFolder(Objects.requireNonNull(worktree.getParent())).close();
		try (ShutdownHook _ = ShutdownHook.undoing(() -> this.engine.stop(container, Duration.ZERO))) {
			this.engine.start(container);
			prepare(container, image, new InstanceMounts(worktree, out), folder, beginning, log);
		}
	}

	private void prepare(String container, String image, InstanceMounts mounts, InstanceFolder folder,
			@Nullable ContainerBeginning beginning, LaunchLog log) {
		try {
			if (beginning == null || !began(beginning, folder, log)) {
				this.preparation.prepare(container, image, mounts);
				this.git.begin(mounts.worktree(), folder, container, log);
			}
		}
		catch (RuntimeException ex) {
			stopAfter(ex, container);
			throw ex;
		}
	}

	/**
	 * Waits for the container to get ready by itself.
	 * @return whether it is ready
	 */
	private boolean began(ContainerBeginning beginning, InstanceFolder folder, LaunchLog log) {
		Optional<Set<String>> found = beginning.found();
		found.ifPresent((programs) -> this.git.adapt(beginning.mounts().worktree(), folder, beginning.configuration(),
				programs, log));
		return found.isPresent();
	}

	private void stopAfter(RuntimeException failure, String container) {
		try {
			this.engine.stop(container, Duration.ZERO);
		}
		catch (EngineException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Lets a paused container go on, and tells so.
	 * @return the instance, running if it was paused
	 */
	Instance awake(Instance instance, LaunchLog log) {
		if (instance.status() != InstanceStatus.PAUSED) {
			return instance;
		}
		this.engine.unpause(Objects.requireNonNull(instance.container()));
		log.notice("the container of branch %s was paused; hjk has resumed it".formatted(instance.branch()));
		return instance.with(InstanceStatus.RUNNING);
	}

	/**
	 * Brings git's configuration in a running container up to date.
	 */
	void refresh(Instance instance, LaunchLog log) {
		InstanceFolder folder = this.instances.folder(instance).create();
		String container = Objects.requireNonNull(instance.container());
		this.git.refresh(instance.worktree(), folder, container, log);
		if (instance.copied()) {
			this.copies.give(instance.worktree(), folder, container, log);
		}
	}

	/**
	 * Gives a running container with a copy of the repository the files that are not
	 * committed, if the user wants it.
	 */
	Instance giveUncommitted(Instance instance, boolean wanted, LaunchLog log) {
		if (instance.copied()) {
			this.copies.giveUncommitted(instance, this.instances.folder(instance), wanted, log);
		}
		return instance;
	}

	/**
	 * Stops a container after its content is saved.
	 */
	void stop(Instance instance, LaunchLog log) {
		Instance awake = awake(instance, log);
		this.beforeEnds.forEach((beforeEnd) -> beforeEnd.beforeEnd(awake, log));
		this.copies.bringIfPossible(awake, this.instances.folder(awake), log);
		log.stoppingContainer();
		this.engine.stop(Objects.requireNonNull(instance.container()), GRACE);
		exchangeSettings(instance.worktree(), log);
	}

	/**
	 * Brings the work of a copy back.
	 * @return what is new
	 */
	Returned bring(Instance instance, LaunchLog log) {
		return this.copies.bring(awake(instance, log), this.instances.folder(instance).create(), log);
	}

	/**
	 * Requires that the work of an instance without a container is not on another engine.
	 */
	void requireNotElsewhere(Instance instance) {
		this.copies.requireNotElsewhere(instance, this.instances.folder(instance));
	}

	/**
	 * Requires a container for the work in an instance's volumes, if it has any.
	 */
	void requireContainerOfVolumes(Instance instance) {
		this.copies.requireContainer(instance, this.instances.folder(instance));
	}

	/**
	 * Removes what a copy of the repository, its output and its conversations are in.
	 */
	void removeVolumes(InstanceFolder folder) {
		this.copies.removeVolumes(folder);
	}

	/**
	 * Brings git's configuration in the container and on the host together, as far as
	 * possible.
	 */
	void exchangeSettings(Path worktree, LaunchLog log) {
		try {
			this.worktrees.at(worktree).ifPresent(this.worktrees::exchangeSettings);
		}
		catch (HeadjackException | UncheckedIOException ex) {
			log.notSaved(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Removes all containers of an instance, including those of an interrupted
	 * replacement. Its content is saved first, as far as possible.
	 * @param force whether to remove them even if the work of a copy cannot be brought
	 * back
	 */
	void remove(InstanceId id, boolean force, LaunchLog log) {
		this.instances.refresh(id).map((now) -> awakeIfPossible(now, log)).ifPresent((now) -> {
			this.beforeEnds.forEach((beforeEnd) -> saveIfPossible(now, beforeEnd, log));
			if (now.copied() && !force) {
				bring(now, log);
			}
			else {
				this.copies.bringIfPossible(now, this.instances.folder(now), log);
			}
		});
		log.removingContainer();
		removeAllBut("", id);
	}

	private Instance awakeIfPossible(Instance instance, LaunchLog log) {
		try {
			return awake(instance, log);
		}
		catch (EngineException ex) {
			log.notSaved(String.valueOf(ex.getMessage()));
			return instance;
		}
	}

	private static void saveIfPossible(Instance instance, BeforeEnd beforeEnd, LaunchLog log) {
		try {
			beforeEnd.beforeEnd(instance, log);
		}
		catch (HeadjackException | UncheckedIOException ex) {
			log.notSaved(String.valueOf(ex.getMessage()));
		}
	}

	private void removeAllBut(String kept, InstanceId id) {
		this.engine.list(Map.of(Labels.ID, id.value()))
			.stream()
			.filter((container) -> !container.id().equals(kept))
			.forEach((container) -> this.engine.remove(container.id()));
	}

}

package com.headjack.instance;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.failure.HeadjackException;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Makes the containers of instances, and takes them away. Nothing else stops or removes
 * one, so {@link BeforeEnd} is told of each.
 */
final class InstanceContainers {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final int SUFFIX = 8;

	private final Instances instances;

	private final Worktrees worktrees;

	private final ContainerEngine engine;

	private final ContainerPreparation preparation;

	private final ContainerSettings settings;

	private final List<BeforeEnd> beforeEnds;

	InstanceContainers(Instances instances, Worktrees worktrees, ContainerEngine engine,
			ContainerPreparation preparation, ContainerSettings settings, List<BeforeEnd> beforeEnds) {
		this.instances = instances;
		this.worktrees = worktrees;
		this.engine = engine;
		this.preparation = preparation;
		this.settings = settings;
		this.beforeEnds = beforeEnds.stream().sorted(Comparator.comparing(BeforeEnd::turn)).toList();
	}

	String defaultImage() {
		return this.settings.image();
	}

	/**
	 * Sees to it that the engine has an image.
	 */
	void requireImage(String image, LaunchLog log) {
		if (this.engine.findImage(image).isEmpty()) {
			log.pullingImage(image);
			this.engine.pull(image);
		}
	}

	/**
	 * Makes a container and starts it, or leaves nothing of it.
	 */
	Instance make(Repository repository, Worktree worktree, String image) {
		ContainerSpec spec = spec(repository, worktree, image);
		String container = this.engine.create(spec);
		try {
			start(container, image, worktree.path());
		}
		catch (RuntimeException ex) {
			this.engine.remove(container);
			throw ex;
		}
		return Instance.made(worktree, container, image);
	}

	/**
	 * Makes a container in the place of another one, which goes when the new one works
	 * and is as before otherwise, but for its sessions.
	 * @param old the instance with the container that goes
	 * @param image the new container's image
	 * @param log is told what happens
	 */
	Instance replace(Repository repository, Worktree worktree, Instance old, String image, LaunchLog log) {
		ContainerSpec spec = spec(repository, worktree, image);
		String suffix = UUID.randomUUID().toString().substring(0, SUFFIX);
		String container = this.engine.create(spec.named(spec.name() + "-" + suffix));
		try {
			stop(old, log);
			log.startingContainer();
			start(container, image, worktree.path());
		}
		catch (RuntimeException ex) {
			this.engine.remove(container);
			if (old.running()) {
				start(Objects.requireNonNull(old.container()), Objects.requireNonNull(old.image()), worktree.path());
			}
			throw ex;
		}
		removeAllBut(old.id(), container);
		return Instance.made(worktree, container, image);
	}

	private ContainerSpec spec(Repository repository, Worktree worktree, String image) {
		InstanceFolder folder = this.instances.folder(InstanceId.of(repository.id(), worktree.branch())).create();
		return new ContainerPlan(repository, worktree).spec(image, this.settings.options(), folder,
				this.worktrees.gitPaths(worktree), gitSettings(repository));
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

	void start(String container, String image, Path worktree) {
		this.engine.start(container);
		this.preparation.prepare(container, image, worktree);
	}

	/**
	 * Stops a container once what is in it is saved.
	 */
	void stop(Instance instance, LaunchLog log) {
		this.beforeEnds.forEach((beforeEnd) -> beforeEnd.beforeEnd(instance, log));
		log.stoppingContainer();
		this.engine.stop(Objects.requireNonNull(instance.container()), GRACE);
	}

	/**
	 * Removes all containers of an instance, those of an interrupted exchange included,
	 * once what can be saved of it is saved.
	 */
	void remove(InstanceId id, LaunchLog log) {
		this.instances.refresh(id)
			.ifPresent((now) -> this.beforeEnds.forEach((beforeEnd) -> saveIfPossible(now, beforeEnd, log)));
		log.removingContainer();
		removeAllBut(id, "");
	}

	private static void saveIfPossible(Instance instance, BeforeEnd beforeEnd, LaunchLog log) {
		try {
			beforeEnd.beforeEnd(instance, log);
		}
		catch (HeadjackException | UncheckedIOException ex) {
			log.notSaved(String.valueOf(ex.getMessage()));
		}
	}

	private void removeAllBut(InstanceId id, String kept) {
		this.engine.list(Map.of(Labels.ID, id.value()))
			.stream()
			.filter((container) -> !container.id().equals(kept))
			.forEach((container) -> this.engine.remove(container.id()));
	}

}

package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.engine.ContainerState;
import com.headjack.engine.Engines;
import com.headjack.host.HostPaths;
import com.headjack.host.UntrustedFile;
import com.headjack.worktree.Worktree;

/**
 * Remembers which engine has an instance, so that no other is asked. It is only a cache:
 * where it knows nothing, all engines are asked.
 *
 * @param engines the engines
 * @param paths the host's folders
 */
record EngineIndex(Engines engines, HostPaths paths) {

	private static final int LONGEST = 64;

	/**
	 * Finds the engine of an instance.
	 * @param id the instance
	 * @return its name, or empty if it is not known
	 */
	Optional<String> of(InstanceId id) {
		return new UntrustedFile(file(InstanceFolder.of(this.paths, id)), LONGEST).text()
			.map(String::strip)
			.filter((name) -> !name.isEmpty());
	}

	/**
	 * Counts the instances of an engine.
	 */
	long on(String name) {
		return instances(name).count();
	}

	/**
	 * Lists each container once, though an engine has two names: by the name that is
	 * remembered. Of an instance that several engines have, only the container on the
	 * remembered one counts.
	 */
	List<ContainerState> distinct(List<ContainerState> containers) {
		Map<String, ContainerState> distinct = new LinkedHashMap<>();
		containers.forEach((container) -> distinct.merge(Engines.idOf(container.id()), container,
				(first, second) -> isRemembered(second) ? second : first));
		Set<String> remembered = distinct.values()
			.stream()
			.filter(this::isRemembered)
			.map(EngineIndex::instance)
			.collect(Collectors.toSet());
		return distinct.values()
			.stream()
			.filter((container) -> isRemembered(container) || !remembered.contains(instance(container)))
			.toList();
	}

	private boolean isRemembered(ContainerState container) {
		return of(new InstanceId(instance(container))).filter(Engines.nameOf(container.id())::equals).isPresent();
	}

	private static String instance(ContainerState container) {
		return container.labels().getOrDefault(Labels.ID, "");
	}

	/**
	 * Forgets which instances are on an engine, and the volumes that they have there.
	 */
	void forget(String name) {
		instances(name).map((id) -> InstanceFolder.of(this.paths, id)).forEach((folder) -> {
			try {
				CopyVolumes.forget(folder);
				Files.deleteIfExists(file(folder));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private Stream<InstanceId> instances(String name) {
		String[] folders = this.paths.sessions().toFile().list();
		return Stream.of((folders != null) ? folders : new String[0])
			.map(InstanceId::new)
			.filter((id) -> of(id).filter(name::equals).isPresent());
	}

	/**
	 * Returns the engines that can have an instance.
	 * @param id the instance
	 * @return their names
	 */
	Collection<String> candidates(InstanceId id) {
		return of(id).<Collection<String>>map(Set::of).orElseGet(this.engines::names);
	}

	/**
	 * Returns the engines that can have instances of worktrees, or new ones.
	 * @param worktrees the worktrees
	 * @return their names
	 */
	Collection<String> candidates(Collection<Worktree> worktrees) {
		Set<String> names = new LinkedHashSet<>(Set.of(this.engines.usual()));
		worktrees.stream().map(InstanceId::of).map(this::candidates).forEach(names::addAll);
		return names;
	}

	/**
	 * Remembers the engine of an instance that was found. An engine that was not asked
	 * may have it still.
	 */
	void remember(Instance instance, Set<String> asked) {
		String name = instance.engine();
		Optional<String> before = of(instance.id());
		if (before.isEmpty() || (!before.get().equals(name) && asked.contains(before.get()))) {
			remember(instance.id(), name);
		}
	}

	/**
	 * Remembers the engine of an instance, if it has a folder that can be written: the
	 * user's own one, wherever the labels of a container lead to.
	 */
	void remember(InstanceId id, String name) {
		InstanceFolder folder = InstanceFolder.of(this.paths, id);
		if (folder.exists()) {
			try {
				Files.writeString(file(folder), name + "\n");
			}
			catch (IOException _) {
				// All engines are asked next time, too.
			}
		}
	}

	private static Path file(InstanceFolder folder) {
		return folder.path().resolve("engine");
	}

}

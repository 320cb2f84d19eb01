package com.headjack.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.engine.EngineRecords;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceFolder;
import com.headjack.instance.Instances;
import com.headjack.redaction.SecretSearch;
import com.headjack.worktree.Worktrees;

/**
 * Looks for logins at all places where they must not be.
 */
public final class Audit {

	private static final Path PROCESSES = Path.of("/proc");

	/**
	 * Where a container keeps what others share with this machine.
	 */
	private static final List<String> VOLUMES = List.of(ContainerPaths.WORKSPACE, ContainerPaths.OUT,
			ContainerPaths.CONVERSATIONS);

	private final HostEnvironment host;

	private final HostPaths paths;

	private final Instances instances;

	private final Worktrees worktrees;

	private final EnginePlaces engine;

	Audit(HostEnvironment host, HostPaths paths, Instances instances, Worktrees worktrees, EngineRecords records) {
		this.host = host;
		this.paths = paths;
		this.instances = instances;
		this.worktrees = worktrees;
		this.engine = new EnginePlaces(records);
	}

	/**
	 * Looks at the places of this machine and of instances.
	 * @param search looks for the logins
	 * @param instances the instances
	 * @param all whether these are all, so that what former ones left is looked at, too
	 * @return what was found, place by place as the stream goes on
	 */
	public Stream<Inspection> inspect(SecretSearch search, List<Instance> instances, boolean all) {
		Stream<Inspection> host = Stream.of(
				look(search, "processes on the host", "", new HostProcesses(PROCESSES)::search),
				look(search, "shell histories", "", new ShellHistories(this.host)::search),
				look(search, "hjk's own files", "", (look) -> own(instances, all, look)));
		Map<String, String> images = new LinkedHashMap<>();
		instances.forEach((instance) -> addImage(instance, images));
		Stream<Inspection> kept = images.entrySet()
			.stream()
			.flatMap((image) -> inspectImage(search, image.getKey(), shown(image, images.values())));
		Stream<Inspection> own = instances.stream()
			.flatMap((instance) -> Stream.concat(inspect(search, instance), inspectContainer(search, instance))
				.map((inspection) -> inspection.of(instance)));
		return Stream.of(host, kept, own).flatMap((places) -> places);
	}

	/**
	 * Takes the logins out of the files that hjk itself made: writes stars over them in
	 * the logs of sessions, and removes other files that it can do without.
	 * @param search looks for the logins
	 * @param instances the instances
	 * @param log is told of each file, as a line for the user
	 */
	public void clean(SecretSearch search, List<Instance> instances, Consumer<String> log) {
		Cleaning cleaning = new Cleaning(search, log);
		instances.forEach((instance) -> cleaning.logs(folder(instance).out()));
		cleaning.own(this.paths);
	}

	/**
	 * Whether {@link #clean} takes a login out of where it was found.
	 * @param inspection the inspection
	 * @param trace what it found
	 * @return whether it does
	 */
	public boolean cleans(Inspection inspection, Trace trace) {
		return Cleaning.reaches(this.paths, inspection, trace);
	}

	private void addImage(Instance instance, Map<String, String> names) {
		String container = instance.container();
		String name = instance.image();
		if (container != null && name != null) {
			names.putIfAbsent(this.engine.imageOf(container, name), name);
		}
	}

	/**
	 * Returns an image's name, with its id if another one had the same name before.
	 */
	private static String shown(Map.Entry<String, String> image, Collection<String> names) {
		String name = image.getValue();
		String id = image.getKey().replaceFirst("^(?:.*\\|)?sha256:", "");
		return (Collections.frequency(names, name) > 1) ? "%s (%.12s)".formatted(name, id) : name;
	}

	private Stream<Inspection> inspectImage(SecretSearch search, String id, String name) {
		return Stream.of(look(search, "image", name, (look) -> this.engine.image(id, look)),
				look(search, "image history", name, (look) -> this.engine.history(id, look)));
	}

	private Stream<Inspection> inspectContainer(SecretSearch search, Instance instance) {
		String container = instance.container();
		if (container == null) {
			return Stream.empty();
		}
		String branch = instance.branch().toString();
		Stream<Inspection> running = instance.alive()
				? Stream.of(look(search, "programs inside", branch, (look) -> this.engine.programs(container, look)))
				: Stream.empty();
		Stream<Inspection> copied = instance.copied()
				? Stream.of(look(search, "volumes", branch, (look) -> this.engine.volumes(container, VOLUMES, look)))
				: Stream.empty();
		return Stream.of(
				Stream.of(look(search, "container", branch, (look) -> this.engine.container(container, look)),
						look(search, "writable layer", branch, (look) -> this.engine.files(container, look))),
				copied, running)
			.flatMap((places) -> places);
	}

	private Stream<Inspection> inspect(SecretSearch search, Instance instance) {
		String branch = instance.branch().toString();
		return Stream.of(
				look(search, Cleaning.LOGS, branch, (look) -> FolderLook.at(folder(instance).out(), Set.of(), look)),
				look(search, "worktree", branch, (look) -> FolderLook.at(instance.worktree(), Set.of(), look)),
				look(search, "new git objects", branch, (look) -> objects(instance, look)));
	}

	/**
	 * The folder of the worktree is as old as the branch's instance. Nothing is there to
	 * look at if both were removed meanwhile.
	 */
	private void objects(Instance instance, Look look) {
		try {
			Instant begun = Files.readAttributes(instance.worktree(), BasicFileAttributes.class)
				.creationTime()
				.toInstant();
			Path common = this.worktrees.at(instance.worktree())
				.map((worktree) -> worktree.repository().commonDirectory())
				.orElseThrow(() -> new NoSuchFileException(instance.worktree().toString()));
			new GitObjects(common.resolve("objects"), begun).search(look);
			FolderLook.at(common.resolve("refs"), Set.of(), look);
		}
		catch (IOException _) {
			if (this.engine.holds(instance.container())) {
				look.unseen("the worktree %s is not there".formatted(instance.worktree()));
			}
		}
	}

	private static Inspection look(SecretSearch search, String place, String subject, Consumer<Look> action) {
		Look look = new Look(search, place, subject);
		action.accept(look);
		return look.result();
	}

	private InstanceFolder folder(Instance instance) {
		return this.instances.folder(instance);
	}

	/**
	 * The store has its own folder, and the logs are a place of their own.
	 */
	private void own(List<Instance> instances, boolean all, Look look) {
		Path configuration = this.paths.configuration();
		FolderLook.at(configuration, Set.of(configuration.resolve("keyring")), look);
		FolderLook.at(Objects.requireNonNull(this.paths.history().getParent()), Set.of(), look);
		Set<Path> logs = instances.stream()
			.map((instance) -> folder(instance).out())
			.collect(Collectors.toUnmodifiableSet());
		Stream<Path> records = instances.stream().map((instance) -> folder(instance).path());
		Stream
			.concat(all ? Stream.of(this.paths.sessions()) : Stream.empty(),
					records.filter((folder) -> !all || !folder.startsWith(this.paths.sessions())))
			.forEach((folder) -> FolderLook.at(folder, logs, look));
	}

}

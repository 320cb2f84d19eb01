package com.headjack.instance;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.engine.ContainerListing;
import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.Engines;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostPaths;
import com.headjack.text.NearestMatch;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * Finds instances. They are known only from the engine's labels and the worktrees on the
 * disk.
 */
public final class Instances {

	private static final int SHOWN = 5;

	private final Engines engines;

	private final Worktrees worktrees;

	private final HostPaths paths;

	private final EngineIndex index;

	Instances(Engines engines, Worktrees worktrees, HostPaths paths) {
		this.engines = engines;
		this.worktrees = worktrees;
		this.paths = paths;
		this.index = new EngineIndex(engines, paths);
	}

	/**
	 * Lists the instances of a repository.
	 * @param repository the repository
	 * @return the instances, sorted by branch
	 * @throws EngineException if an engine does not answer that can have one
	 */
	public List<Instance> of(Repository repository) {
		return in(repository).required();
	}

	/**
	 * Lists the instances of a repository, whether or not all engines answer.
	 * @param repository the repository
	 * @return the instances, sorted by branch
	 * @throws EngineException if no engine answers
	 */
	public FoundInstances in(Repository repository) {
		List<Worktree> worktrees = this.worktrees.all(repository);
		return in(repository, worktrees, this.index.candidates(worktrees), ids(worktrees));
	}

	private static Set<InstanceId> ids(List<Worktree> worktrees) {
		return worktrees.stream().map(InstanceId::of).collect(Collectors.toSet());
	}

	private FoundInstances in(Repository repository, List<Worktree> worktrees, Collection<String> asked,
			Set<InstanceId> wanted) {
		ContainerListing listing = list(Map.of(Labels.REPOSITORY_ID, repository.id()), asked, wanted);
		List<Instance> instances = new ArrayList<>(merge(listing.containers(), worktrees));
		this.worktrees.strays(repository)
			.stream()
			.map(Instance::moved)
			.map(this::withContainer)
			.forEach(instances::add);
		instances.sort(Comparator.comparing((instance) -> instance.branch().toString()));
		return found(instances.stream().map(this::examined), listing);
	}

	/**
	 * Lists containers. That none of several engines answers is a failure. Where one that
	 * is wanted is not where it was, the other engines are asked, too.
	 */
	private ContainerListing list(Map<String, String> labels, Collection<String> asked, Set<InstanceId> wanted) {
		ContainerListing listing = this.engines.list(labels, asked);
		if (listing.silent().size() == asked.size()) {
			listing.all();
		}
		Set<String> others = new LinkedHashSet<>(this.engines.names());
		others.removeAll(asked);
		if (!others.isEmpty() && isAnyGone(listing, wanted)) {
			listing = listing.and(this.engines.list(labels, others));
		}
		return listing.of(this.index.distinct(listing.containers()));
	}

	private boolean isAnyGone(ContainerListing listing, Set<InstanceId> wanted) {
		Set<InstanceId> gone = new HashSet<>(wanted);
		listing.containers()
			.stream()
			.map(Instance::of)
			.flatMap(Optional::stream)
			.map(Instance::id)
			.forEach(gone::remove);
		Set<String> silent = new HashSet<>(listing.silent().keySet());
		silent.retainAll(this.engines.names());
		return gone.stream().anyMatch((id) -> this.index.candidates(id).stream().noneMatch(silent::contains));
	}

	private FoundInstances found(Stream<Instance> instances, ContainerListing listing) {
		Set<String> silent = listing.silent().keySet();
		List<Instance> found = instances
			.map((instance) -> isSilent(instance, silent) ? instance.with(InstanceStatus.UNREACHABLE) : instance)
			.toList();
		found.stream()
			.filter((instance) -> instance.container() != null)
			.forEach((instance) -> this.index.remember(instance, listing.asked()));
		return new FoundInstances(found, needed(found, listing.silent()));
	}

	/**
	 * Who uses other engines need not have that of this machine.
	 */
	private Map<String, EngineException> needed(List<Instance> found, Map<String, EngineException> silent) {
		Map<String, EngineException> needed = new HashMap<>(silent);
		if (!this.engines.usual().equals(Engines.LOCAL) && on(Engines.LOCAL) == 0
				&& found.stream().noneMatch((instance) -> instance.status() == InstanceStatus.UNREACHABLE)) {
			needed.remove(Engines.LOCAL);
		}
		return needed;
	}

	private boolean isSilent(Instance instance, Set<String> silent) {
		return instance.status() == InstanceStatus.MISSING
				&& this.index.candidates(instance.id()).stream().anyMatch(silent::contains);
	}

	private Instance withContainer(Instance moved) {
		try {
			return refresh(moved.id()).map((instance) -> instance.with(InstanceStatus.MOVED)).orElse(moved);
		}
		catch (EngineException _) {
			return moved.with(InstanceStatus.UNREACHABLE);
		}
	}

	/**
	 * Finds out whether a container still has its worktree.
	 */
	private Instance examined(Instance instance) {
		boolean whole = instance.container() == null || this.worktrees.at(instance.worktree()).isPresent()
				|| instance.status() == InstanceStatus.MOVED;
		return whole ? instance : instance.with(InstanceStatus.ORPHANED);
	}

	/**
	 * Lists the instances of all repositories.
	 * @return the instances, sorted by repository and branch
	 * @throws EngineException if an engine does not answer
	 */
	public List<Instance> all() {
		return everywhere().required();
	}

	/**
	 * Lists the instances of all repositories, whether or not all engines answer.
	 * @return the instances, sorted by repository and branch
	 * @throws EngineException if no engine answers
	 */
	public FoundInstances everywhere() {
		List<Worktree> worktrees = this.worktrees.all();
		Set<String> asked = new LinkedHashSet<>(this.engines.names());
		asked.addAll(this.index.candidates(worktrees));
		ContainerListing listing = list(Map.of(Labels.ID, ""), asked, Set.of());
		return found(merge(listing.containers(), worktrees).stream()
			.map(this::examined)
			.map((instance) -> lost(instance) ? instance.with(InstanceStatus.MOVED) : instance), listing);
	}

	private static boolean lost(Instance instance) {
		return instance.status() == InstanceStatus.ORPHANED && Files.exists(instance.worktree().resolve(".git"));
	}

	/**
	 * Lists the instances of a repository from the host's files, without an engine.
	 * @param worktrees the worktrees
	 * @param repository the repository
	 * @return the instances, sorted by branch, all with the status
	 * {@link InstanceStatus#MISSING}, or {@link InstanceStatus#MOVED}
	 */
	public static List<Instance> known(Worktrees worktrees, Repository repository) {
		List<Instance> instances = new ArrayList<>(merge(List.of(), worktrees.all(repository)));
		worktrees.strays(repository).stream().map(Instance::moved).forEach(instances::add);
		instances.sort(Comparator.comparing((instance) -> instance.branch().toString()));
		return instances;
	}

	/**
	 * Finds an instance of a repository.
	 * @param repository the repository
	 * @param branchOrId the instance's branch or name, or the branch checked out in it
	 * @return the instance, or empty if there is none
	 * @throws EngineException if the instance's engine does not answer
	 */
	public Optional<Instance> find(Repository repository, String branchOrId) {
		List<Worktree> worktrees = this.worktrees.all(repository);
		Optional<InstanceId> wanted = wanted(repository, worktrees, branchOrId);
		Collection<String> asked = wanted.map(this.index::candidates).orElseGet(() -> this.index.candidates(worktrees));
		return required(in(repository, worktrees, asked, wanted.stream().collect(Collectors.toSet())), branchOrId);
	}

	private static Optional<Instance> required(FoundInstances found, String branchOrId) {
		Optional<Instance> instance = among(found.instances(), branchOrId);
		if (instance.filter((there) -> there.status() == InstanceStatus.UNREACHABLE).isPresent()) {
			found.required();
		}
		return instance;
	}

	/**
	 * Finds the instance of a branch that is about to get one.
	 * @param repository the repository
	 * @param branch the branch
	 * @param engine the engine that a new one is made on
	 * @throws EngineException if the instance's engine does not answer
	 */
	Optional<Instance> find(Repository repository, BranchName branch, String engine) {
		InstanceId id = InstanceId.of(repository.id(), branch);
		boolean known = folder(id).exists() || this.worktrees.find(repository, branch).isPresent();
		Collection<String> asked = known ? this.index.candidates(id) : Set.of(engine);
		return required(in(repository, this.worktrees.all(repository), asked, known ? Set.of(id) : Set.of()),
				branch.toString());
	}

	/**
	 * Finds the instance of a name in the host's files.
	 */
	private Optional<InstanceId> wanted(Repository repository, List<Worktree> worktrees, String branchOrId) {
		return among(worktrees.stream().map(Instance::missing).toList(), branchOrId).map(Instance::id)
			.or(() -> BranchName.from(branchOrId)
				.map((branch) -> InstanceId.of(repository.id(), branch))
				.filter((id) -> folder(id).exists()));
	}

	/**
	 * Finds an instance among others.
	 * @param instances the instances to search
	 * @param branchOrId the instance's branch or name, or the branch checked out in it
	 * @return the instance, or empty if there is none
	 */
	public static Optional<Instance> among(List<Instance> instances, String branchOrId) {
		return instances.stream()
			.filter((instance) -> instance.isNamed(branchOrId))
			.min(Comparator.comparing((instance) -> !instance.isKnownAs(branchOrId)));
	}

	/**
	 * Gets an instance of a repository.
	 * @param repository the repository
	 * @param branchOrId the instance's branch or name, or the branch checked out in it
	 * @return the instance
	 * @throws InstanceException if there is no such instance
	 */
	public Instance get(Repository repository, String branchOrId) {
		return find(repository, branchOrId).orElseThrow(() -> new InstanceException(FailureKind.NOT_FOUND,
				"no instance found for branch \"" + branchOrId + "\"",
				nearest(known(this.worktrees, repository), branchOrId)));
	}

	/**
	 * Returns what a user may have meant who named no instance.
	 * @param there the instances that there are
	 * @param branchOrId the user's word
	 * @return a hint without a full stop
	 */
	public static String nearest(List<Instance> there, String branchOrId) {
		List<String> branches = there.stream().map((instance) -> instance.branch().toString()).toList();
		if (branches.isEmpty()) {
			return "this repository has no instances; 'hjk run BRANCH' creates one";
		}
		return NearestMatch.of(branchOrId, branches)
			.map((branch) -> "did you mean " + branch + "?")
			.orElseGet(() -> listed(branches));
	}

	private static String listed(List<String> branches) {
		String some = String.join(", ", branches.subList(0, Math.min(SHOWN, branches.size())));
		int more = branches.size() - SHOWN;
		return "there are instances for: %s%s".formatted(some,
				(more > 0) ? " and %s more, which 'hjk ps' lists".formatted(more) : "");
	}

	/**
	 * Gets an instance of a repository to read the host's files of it, which are there
	 * even if no engine answers.
	 * @param repository the repository
	 * @param branchOrId the instance's branch or name, or the branch checked out in it
	 * @return the instance; if no engine answers, with the status
	 * {@link InstanceStatus#MISSING}
	 * @throws InstanceException if there is no such instance
	 */
	public Instance kept(Repository repository, String branchOrId) {
		try {
			return get(repository, branchOrId);
		}
		catch (EngineUnavailableException ex) {
			return among(known(this.worktrees, repository), branchOrId).orElseThrow(() -> ex);
		}
	}

	/**
	 * Looks an instance up again.
	 * @param id its name
	 * @return the instance as it is now, or empty if its container is gone
	 */
	public Optional<Instance> refresh(InstanceId id) {
		return instances(this.engines.list(Map.of(Labels.ID, id.value()), this.index.candidates(id)).all()).findFirst();
	}

	/**
	 * Returns the name of the engine that an instance is on.
	 * @param instance the instance
	 * @return the name of the engine that has its container, or had it
	 */
	public String engineOf(Instance instance) {
		return (instance.container() != null) ? instance.engine() : this.index.of(instance.id()).orElse(Engines.LOCAL);
	}

	/**
	 * Counts the instances that an engine is known to have.
	 * @param engine the engine's name
	 * @return their number
	 */
	public long on(String engine) {
		return this.index.on(engine);
	}

	/**
	 * Forgets what is on an engine, so that the instances have no container any more.
	 * @param engine the engine's name
	 */
	public void forget(String engine) {
		this.index.forget(engine);
	}

	/**
	 * Returns the name of the engine that an instance is or would be on.
	 */
	String engineOf(InstanceId id) {
		return this.index.of(id).orElseGet(this.engines::usual);
	}

	/**
	 * Remembers the engine that has an instance.
	 */
	void remember(InstanceId id, String engine) {
		this.index.remember(id, engine);
	}

	/**
	 * Returns whether an instance was stopped for lack of memory.
	 * @param instance the instance
	 * @return {@code false} also if the engine does not tell
	 */
	public boolean outOfMemory(Instance instance) {
		String container = instance.container();
		try {
			return instance.status() == InstanceStatus.STOPPED && container != null
					&& this.engines.routed().outOfMemory(container);
		}
		catch (EngineException ex) {
			return false;
		}
	}

	/**
	 * Returns the host's folder for an instance.
	 * @param instance the instance
	 * @return the folder that its container was made with
	 */
	public InstanceFolder folder(Instance instance) {
		return InstanceFolder.of(this.paths, instance);
	}

	/**
	 * Looks up the host's folder for an instance.
	 * @param id the instance, which may have no container
	 * @return the usual folder, unless only its container's label names one
	 */
	InstanceFolder place(InstanceId id) {
		InstanceFolder usual = folder(id);
		return Files.exists(usual.path()) ? usual : refresh(id).map(this::folder).orElse(usual);
	}

	/**
	 * Returns the host's usual folder for an instance.
	 * @param id the instance
	 * @return the folder
	 */
	public InstanceFolder folder(InstanceId id) {
		return InstanceFolder.of(this.paths, id);
	}

	/**
	 * Returns what the user has to know of an instance, such as what git does not do in
	 * it.
	 * @param instance the instance
	 * @return sentences without a full stop
	 */
	public List<String> notices(Instance instance) {
		return folder(instance).notices().read();
	}

	/**
	 * Returns the instances of the containers, one for each. An interrupted replacement
	 * can leave two containers of one instance. Then the running one counts, or else the
	 * older one, which is known to work.
	 */
	private static Stream<Instance> instances(List<ContainerState> containers) {
		Set<InstanceId> seen = new HashSet<>();
		return containers.stream()
			.sorted(Comparator.comparing((ContainerState container) -> !container.running() && !container.paused())
				.thenComparing(ContainerState::created))
			.map(Instance::of)
			.flatMap(Optional::stream)
			.filter((instance) -> seen.add(instance.id()));
	}

	private static List<Instance> merge(List<ContainerState> containers, List<Worktree> worktrees) {
		Map<InstanceId, Instance> missing = worktrees.stream()
			.map(Instance::missing)
			.collect(Collectors.toMap(Instance::id, Function.identity(), (one, other) -> one));
		List<Instance> instances = new ArrayList<>(instances(containers)
			.map((instance) -> Optional.ofNullable(missing.remove(instance.id()))
				.map((worktree) -> instance.on(worktree.checkedOut()))
				.orElse(instance))
			.toList());
		instances.addAll(missing.values());
		instances.sort(
				Comparator.comparing(Instance::repositoryId).thenComparing((instance) -> instance.branch().toString()));
		return instances;
	}

}

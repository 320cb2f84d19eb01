package com.headjack.instance;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerState;
import com.headjack.engine.Engines;
import com.headjack.text.ShellWord;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktree;

/**
 * A branch with its worktree and its container.
 *
 * @param id its name
 * @param branch its branch
 * @param repositoryId the repository's id
 * @param repository the folder that identifies the repository to the user, or
 * {@code null} if it is unknown
 * @param worktree the worktree's folder on the host
 * @param status its status
 * @param container the container's id, or {@code null} if the container is gone
 * @param image the image of the container, or {@code null} if the container is gone
 * @param created when the container was created, or {@code null} if it is gone
 * @param checkedOut the branch that is checked out in the worktree, or {@code null} if
 * none is, or it is unknown
 * @param folder the host's folder of its records and logs, or {@code null} if that is in
 * the usual place
 * @param copied whether its container has a copy of the repository, since the engine does
 * not see this machine's files
 */
public record Instance(InstanceId id, BranchName branch, String repositoryId, @Nullable Path repository, Path worktree,
		InstanceStatus status, @Nullable String container, @Nullable String image, @Nullable Instant created,
		@Nullable BranchName checkedOut, @Nullable Path folder, boolean copied) {

	private static final String LATEST = ":latest";

	/**
	 * The label of a container that has a copy of the repository.
	 */
	static final String COPIED = "copied";

	static Instance missing(Worktree worktree) {
		String repositoryId = worktree.repository().id();
		BranchName branch = worktree.branch();
		return new Instance(InstanceId.of(worktree), branch, repositoryId, worktree.repository().root(),
				worktree.path(), InstanceStatus.MISSING, null, null, null, worktree.checkedOut().orElse(null), null,
				false);
	}

	/**
	 * Creates an instance of a repository's former place.
	 */
	static Instance moved(Worktree stray) {
		String formerId = String.valueOf(stray.path().resolveSibling(".").normalize().getFileName());
		return new Instance(InstanceId.of(formerId, stray.branch()), stray.branch(), formerId,
				stray.repository().root(), stray.path(), InstanceStatus.MOVED, null, null, null,
				stray.checkedOut().orElse(null), null, false);
	}

	Instance with(InstanceStatus other) {
		return new Instance(this.id, this.branch, this.repositoryId, this.repository, this.worktree, other,
				this.container, this.image, this.created, this.checkedOut, this.folder, this.copied);
	}

	/**
	 * Creates an instance for a container that has just been started.
	 */
	static Instance made(Worktree worktree, InstanceFolder folder, String container, String image, boolean copied) {
		String repositoryId = worktree.repository().id();
		return new Instance(InstanceId.of(worktree), worktree.branch(), repositoryId, worktree.repository().root(),
				worktree.path(), InstanceStatus.RUNNING, container, image, Instant.now(),
				worktree.checkedOut().orElse(null), folder.path(), copied);
	}

	static Optional<Instance> of(ContainerState container) {
		Map<String, String> labels = container.labels();
		String branch = labels.get(Labels.BRANCH);
		String repositoryId = labels.get(Labels.REPOSITORY_ID);
		String worktree = labels.get(Labels.WORKTREE);
		if (branch == null || repositoryId == null || worktree == null) {
			return Optional.empty();
		}
		return BranchName.from(branch)
			.map((name) -> new Instance(InstanceId.of(repositoryId, name), name, repositoryId, repository(labels),
					Path.of(worktree), status(container), container.id(),
					labels.getOrDefault(Labels.IMAGE, container.image()), container.created(), null,
					folder(labels, InstanceId.of(repositoryId, name)), COPIED.equals(labels.get(Labels.WORKSPACE))));
	}

	/**
	 * Returns the folder that a container was made with. It is deleted with the instance,
	 * so no other folder counts.
	 */
	private static @Nullable Path folder(Map<String, String> labels, InstanceId id) {
		String folder = labels.get(Labels.FOLDER);
		return (folder != null && Path.of(folder).isAbsolute() && Path.of(folder).endsWith(id.value()))
				? Path.of(folder) : null;
	}

	private static @Nullable Path repository(Map<String, String> labels) {
		String root = labels.get(Labels.REPOSITORY);
		return (root != null) ? Path.of(root) : null;
	}

	/**
	 * Returns the name to show for its repository.
	 * @return the name of the repository's folder, or its id if the folder is unknown
	 */
	public String repositoryName() {
		return (this.repository != null) ? Repository.nameOf(this.repository) : this.repositoryId;
	}

	private static InstanceStatus status(ContainerState container) {
		if (container.paused()) {
			return InstanceStatus.PAUSED;
		}
		return container.running() ? InstanceStatus.RUNNING : InstanceStatus.STOPPED;
	}

	/**
	 * Returns whether its container was made from an image.
	 * @param name the image's name, with or without {@code :latest}
	 * @return whether the container was made from it
	 */
	boolean madeFrom(String name) {
		return name.equals(this.image) || (name + LATEST).equals(this.image) || name.equals(this.image + LATEST);
	}

	/**
	 * Returns the same instance with the branch that is checked out.
	 */
	Instance on(@Nullable BranchName branch) {
		return new Instance(this.id, this.branch, this.repositoryId, this.repository, this.worktree, this.status,
				this.container, this.image, this.created, branch, this.folder, this.copied);
	}

	/**
	 * Returns whether a user's word refers to this instance.
	 * @param branchOrId the name of a branch or an instance
	 * @return whether it is this instance's branch or name, or the branch that is checked
	 * out
	 */
	public boolean isNamed(String branchOrId) {
		return isKnownAs(branchOrId) || isElsewhereOn(branchOrId);
	}

	/**
	 * Returns whether this is the instance's own name.
	 */
	boolean isKnownAs(String branchOrId) {
		return this.branch.toString().equals(branchOrId) || this.id.value().equals(branchOrId);
	}

	private boolean isElsewhereOn(String name) {
		return this.checkedOut != null && this.checkedOut.toString().equals(name);
	}

	/**
	 * Returns the branch that holds the work in the worktree.
	 * @return the branch that is checked out, or the instance's own if that is unknown
	 */
	public BranchName workBranch() {
		return (this.checkedOut != null) ? this.checkedOut : this.branch;
	}

	/**
	 * Returns the branch to show to the user.
	 * @return the branch, and the one that is checked out if that is another
	 */
	public String shownBranch() {
		return (this.checkedOut == null || this.checkedOut.equals(this.branch)) ? this.branch.toString()
				: this.branch + " (on " + this.checkedOut + ")";
	}

	/**
	 * Returns the branch as a word of a command line.
	 * @return the branch, quoted if a shell would not take it as it is
	 */
	public String quotedBranch() {
		return ShellWord.quoted(this.branch.toString());
	}

	/**
	 * Returns the id that its engine knows its container by.
	 * @return the id, or {@code null} if the container is gone
	 */
	public @Nullable String containerId() {
		return (this.container != null) ? Engines.idOf(this.container) : null;
	}

	/**
	 * Returns the name of the engine that has its container.
	 * @return the name, or that of the local engine if it has no container
	 */
	public String engine() {
		return (this.container != null) ? Engines.nameOf(this.container) : Engines.LOCAL;
	}

	/**
	 * Returns whether its container is running.
	 * @return whether the status is {@link InstanceStatus#RUNNING}
	 */
	public boolean running() {
		return this.status == InstanceStatus.RUNNING;
	}

	/**
	 * Returns whether its container has programs, running or paused.
	 * @return whether the status is {@link InstanceStatus#RUNNING} or
	 * {@link InstanceStatus#PAUSED}
	 */
	public boolean alive() {
		return running() || this.status == InstanceStatus.PAUSED;
	}

}

package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.host.HostEnvironment;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;

/**
 * Finds, creates and removes the worktrees of branches.
 */
public final class Worktrees {

	private static final String HEADS = "refs/heads/";

	private final Git git;

	private final WorktreeFiles files;

	private final WorktreeCreation creation;

	private final WorktreeRecovery recovery;

	private final ContainerView view;

	private final HostConfiguration configuration;

	/**
	 * Creates the access to the worktrees in a storage folder.
	 * @param processes the runner for git
	 * @param storage the folder of all worktrees
	 */
	public Worktrees(ProcessRunner processes, Path storage) {
		this(processes, storage, HostEnvironment.current());
	}

	Worktrees(ProcessRunner processes, Path storage, HostEnvironment host) {
		this.git = new Git(processes);
		this.configuration = new HostConfiguration(this.git, host);
		this.files = new WorktreeFiles(storage);
		this.view = new ContainerView(this.git, this.configuration);
		this.recovery = new WorktreeRecovery(this.git, this.files, this.view);
		this.creation = new WorktreeCreation(this.git, this.files, this.recovery);
	}

	/**
	 * Returns the repository that a folder belongs to.
	 * @param directory the folder, at any depth of a working tree or in a bare repository
	 * @return the repository
	 * @throws HeadjackException if there is none, or git is not installed
	 */
	public Repository repository(Path directory) {
		CommandResult result = this.git.run(directory, new ReferenceCommand.FindCommonDirectory());
		if (!result.succeeded()) {
			throw HostGit.refusal(directory, result.errors());
		}
		return Repository.of(Folders.real(HostGit.commonDirectory(result.output())));
	}

	/**
	 * Finds the worktree of a branch.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree, or empty if there is none
	 */
	public Optional<Worktree> find(Repository repository, BranchName branch) {
		return this.files.read(this.files.location(repository, branch));
	}

	/**
	 * Finds the worktree in a folder.
	 * @param folder the folder, which need not exist
	 * @return the worktree, or empty if there is none
	 */
	public Optional<Worktree> at(Path folder) {
		return this.files.read(folder);
	}

	/**
	 * Finds a repository's worktree in a folder. It is outside of the storage folder if
	 * that was another one when the worktree was made.
	 * @param repository the repository
	 * @param folder the folder, which need not exist
	 * @return the worktree, or empty if the folder is none of this repository's
	 */
	public Optional<Worktree> at(Repository repository, Path folder) {
		return at(folder).filter((worktree) -> worktree.repository().id().equals(repository.id()));
	}

	/**
	 * Finds the worktree that a branch is in: the one that was made for it, or else the
	 * one where it is checked out.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree in the storage folder, or empty if there is none
	 */
	public Optional<Worktree> holding(Repository repository, BranchName branch) {
		return find(repository, branch).or(() -> all(repository).stream()
			.filter((worktree) -> worktree.checkedOut().filter(branch::equals).isPresent())
			.findFirst());
	}

	/**
	 * Finds the worktrees that a repository has lost because it was moved.
	 * @param repository the repository, in its new place
	 * @return the worktrees, in the storage folder of its former place
	 */
	public List<Worktree> strays(Repository repository) {
		return this.files.strays(repository).toList();
	}

	/**
	 * Moves a worktree that a moved repository has lost to where it belongs now.
	 * @param stray the worktree
	 * @return the worktree, in its new folder, with all of its files
	 */
	public Worktree adopt(Worktree stray) {
		return this.creation.locked(stray.repository(), () -> this.recovery.adopt(stray));
	}

	/**
	 * Finds the worktree of a branch, even if the repository was moved.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree, or empty if there is none
	 */
	public Optional<Worktree> findOrStray(Repository repository, BranchName branch) {
		return find(repository, branch)
			.or(() -> strays(repository).stream().filter((stray) -> stray.branch().equals(branch)).findFirst());
	}

	/**
	 * Removes what is left of the worktree of a branch: its files, if git does not know
	 * it any more, or git's knowledge of it, if its folder is gone.
	 * @param repository the repository
	 * @param branch the branch
	 */
	public void removeRest(Repository repository, BranchName branch) {
		this.creation.removeRest(repository, branch);
		Path place = this.files.location(repository, branch);
		this.view.forget(new Worktree(repository, branch, place, place));
		Folders.deleteIfEmpty(this.files.folder(repository));
	}

	/**
	 * Finds or creates the worktree of a branch. A new branch starts at the commit that
	 * is checked out in the main working tree.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree, and whether it and its branch were created
	 * @throws HeadjackException if it cannot be created; then nothing of it is left
	 */
	public Checkout create(Repository repository, BranchName branch) {
		return create(repository, branch, repository.root());
	}

	/**
	 * Finds or creates the worktree of a branch.
	 * @param repository the repository
	 * @param branch the branch
	 * @param directory a folder of the repository whose checked-out commit a new branch
	 * starts at
	 * @return the worktree, and whether it and its branch were created
	 * @throws HeadjackException if it cannot be created; then nothing of it is left
	 */
	public Checkout create(Repository repository, BranchName branch, Path directory) {
		return this.creation.create(repository, branch, directory);
	}

	/**
	 * Removes the worktree and the branch that {@link #create} created.
	 * @param repository the repository
	 * @param checkout the result of {@link #create}
	 */
	public void undo(Repository repository, Checkout checkout) {
		if (checkout.worktreeCreated()) {
			Worktree worktree = checkout.worktree();
			this.creation.discard(repository, worktree.path(), worktree.branch(), checkout.branchCreated());
			// Where this ends half way, a container may still mount it.
			this.view.forget(worktree);
			Folders.deleteIfEmpty(this.files.folder(repository));
		}
	}

	/**
	 * Removes a worktree. Its branch is kept.
	 * @param repository the repository
	 * @param worktree the worktree
	 * @param force whether to remove it even if it holds uncommitted files or is locked
	 * @throws HeadjackException if it holds uncommitted files, is locked, or cannot be
	 * removed
	 */
	public void remove(Repository repository, Worktree worktree, boolean force) {
		if (!worktree.path().startsWith(this.files.folder(repository)) && at(repository, worktree.path()).isEmpty()) {
			remove(repository, adopt(worktree), force);
			return;
		}
		if (!force && unsavedWork(worktree).uncommittedFiles() > 0) {
			throw new HeadjackException(FailureKind.FAILED, "the worktree holds uncommitted work: " + worktree.path(),
					"commit it, or use -f to lose it");
		}
		requireUnlocked(worktree, force);
		this.creation.remove(worktree);
		this.view.forget(worktree);
		Folders.deleteIfEmpty(worktree.path().resolveSibling(""));
	}

	private static void requireUnlocked(Worktree worktree, boolean force) {
		Path mark = worktree.gitDirectory().resolve("locked");
		if (!force && Files.exists(mark, LinkOption.NOFOLLOW_LINKS)) {
			throw new HeadjackException(FailureKind.FAILED, "the worktree is locked: " + mark,
					"run 'git worktree unlock', or use -f");
		}
	}

	/**
	 * Lists the worktrees of a repository, without running git.
	 * @param repository the repository
	 * @return its worktrees in the storage folder
	 */
	public List<Worktree> all(Repository repository) {
		return this.files.in(this.files.folder(repository)).toList();
	}

	/**
	 * Lists the worktrees of all repositories, without running git.
	 * @return all worktrees in the storage folder
	 */
	public List<Worktree> all() {
		return this.files.all().toList();
	}

	/**
	 * Lists the branches of a repository.
	 * @param repository the repository
	 * @return the names, sorted
	 */
	public List<String> branches(Repository repository) {
		new SharedFiles(repository).requireReadable();
		return this.git.run(repository, new ReferenceCommand.ListReferences(List.of(HEADS)))
			.require()
			.lines()
			.map((reference) -> reference.substring(HEADS.length()))
			.toList();
	}

	/**
	 * Returns the branch that is checked out in a working tree.
	 * @param directory a folder of a working tree
	 * @return the branch's name, or empty if none is checked out
	 */
	public Optional<String> head(Path directory) {
		return Optional.of(this.git.run(directory, new ReferenceCommand.ShowHeadBranch()).output().strip())
			.filter((reference) -> reference.startsWith(HEADS))
			.map((reference) -> reference.substring(HEADS.length()));
	}

	/**
	 * Finds the work that would be lost with a worktree.
	 * @param worktree the worktree
	 * @return the work that exists only in it
	 */
	public UnsavedWork unsavedWork(Worktree worktree) {
		new SharedFiles(worktree.repository()).requireReadable();
		return InspectionFolder.inspect(worktree, (copy) -> new WorkInspection(this.git, copy).unsavedWork())
			.withStashes(this.view.stashes(worktree));
	}

	/**
	 * Returns whether files of a worktree are not committed.
	 * @param worktree the worktree
	 * @return whether git lists any
	 */
	public boolean hasUncommitted(Worktree worktree) {
		return unsavedWork(worktree).uncommittedFiles() > 0;
	}

	/**
	 * Gives a new worktree the files that are not committed in another working tree of
	 * the repository, which stays as it is.
	 * @param folder a folder of the other working tree
	 * @param worktree the worktree
	 * @throws HeadjackException if the two are at different commits, or a container
	 * writes the other one
	 */
	public void takeAlong(Path folder, Worktree worktree) {
		List<String> places = this.git.run(folder, new ReferenceCommand.FindWorkingTree()).require().lines().toList();
		Path top = Path.of(places.getFirst());
		at(top).ifPresent((other) -> {
			throw new HeadjackException(FailureKind.MISUSED,
					"this is the worktree of branch %s, which a container can write".formatted(other.branch()),
					"commit the work there, or use --with-changes in a working tree of your own");
		});
		Worktree own = new Worktree(worktree.repository(), worktree.branch(), top, Path.of(places.getLast()));
		new WorkSnapshot(this.git, own, true).make().ifPresent(new WorkSnapshot(this.git, worktree, true)::apply);
	}

	/**
	 * Returns what carries a worktree's branch to a copy of its repository, and back.
	 * @param worktree the worktree
	 * @return the carrier
	 */
	public BranchTransfer transfer(Worktree worktree) {
		return new BranchTransfer(this.git, worktree);
	}

	/**
	 * Requires that a container has made no link of a file that the engine mounts when a
	 * container starts.
	 * @param worktree the worktree
	 * @throws HeadjackException if it has
	 */
	public void requireMountable(Worktree worktree) {
		this.view.requireFiles(worktree);
	}

	/**
	 * Returns the files of git that a container needs. With them git works in the
	 * container at the host's paths, and the container cannot change anything that git on
	 * the host would run.
	 * @param worktree the worktree
	 * @return the files and folders to mount, in that order: parents first
	 */
	public List<GitPath> gitPaths(Worktree worktree) {
		return this.view.gitPaths(worktree);
	}

	/**
	 * Brings the configuration of a worktree's container and that of the host together:
	 * what the branches track goes to the host, what has changed on the host goes to the
	 * container. What of the worktree git cannot read is mended first.
	 * @param worktree the worktree
	 * @throws HeadjackException if one of the two cannot be written
	 */
	public void exchangeSettings(Worktree worktree) {
		this.recovery.mendOwn(worktree);
		new SharedFiles(worktree.repository()).requireReadable();
		this.view.carryOut(worktree, () -> branches(worktree.repository()));
		this.view.carryIn(worktree);
	}

	/**
	 * Writes the index of a worktree anew, at least a second after its files. Otherwise
	 * git has to read those files to tell that they are unchanged, which takes filters.
	 * @param worktree the worktree
	 */
	public void settle(Worktree worktree) {
		this.configuration.settle(worktree);
	}

	/**
	 * Creates the folder that large files are shared in, if a worktree has such files.
	 * @param worktree the worktree
	 */
	public void prepareLargeFiles(Worktree worktree) {
		this.configuration.prepareLargeFiles(worktree);
	}

	/**
	 * Returns the part of git's configuration on the host that a container gets.
	 * @param worktree the worktree
	 * @return the configuration as it is now
	 */
	public ContainerConfiguration configuration(Worktree worktree) {
		return this.configuration.of(worktree);
	}

	/**
	 * Returns the lines of the worktree's files of attributes that name filters and merge
	 * drivers.
	 * @param worktree the worktree
	 * @return the lines
	 */
	public String attributes(Worktree worktree) {
		return this.configuration.attributes(worktree);
	}

}

package com.headjack.worktree;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;

/**
 * Gives branches their worktrees and takes them away.
 */
public final class Worktrees {

	private static final String HEADS = "refs/heads/";

	private final Git git;

	private final WorktreeFiles files;

	private final WorktreeCreation creation;

	private final ContainerView view;

	/**
	 * Keeps worktrees in a folder.
	 * @param processes what runs git
	 * @param storage the folder of all worktrees
	 */
	public Worktrees(ProcessRunner processes, Path storage) {
		this.git = new Git(processes);
		this.files = new WorktreeFiles(storage);
		this.creation = new WorktreeCreation(this.git, this.files);
		this.view = new ContainerView(storage);
	}

	/**
	 * The repository that a folder belongs to.
	 * @param directory the folder, at any depth of a working tree or in a bare repository
	 * @return the repository
	 * @throws HeadjackException if there is none or git is not installed
	 */
	public Repository repository(Path directory) {
		CommandResult result = this.git.run(directory, new GitCommand.FindCommonDirectory());
		if (!result.succeeded()) {
			throw notFound(directory, result.errors());
		}
		return Repository.of(Folders.real(Path.of(result.require())));
	}

	private static HeadjackException notFound(Path directory, String errors) {
		if (errors.contains("dubious ownership")) {
			return new HeadjackException(FailureKind.UNAVAILABLE,
					"the git repository in " + directory + " belongs to another user",
					"if you trust it, run 'git config --global --add safe.directory " + directory + "'");
		}
		return new HeadjackException(FailureKind.UNAVAILABLE, "not a git repository: " + directory,
				"run hjk inside a git repository, or 'git init' one");
	}

	/**
	 * The worktree of a branch.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree, or empty if there is none
	 */
	public Optional<Worktree> find(Repository repository, BranchName branch) {
		return this.files.read(this.files.location(repository, branch));
	}

	/**
	 * Finds or makes the worktree of a branch. A new branch begins where the main working
	 * tree stands.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree, and what had to be made for it
	 * @throws HeadjackException if it cannot be made; then nothing of it is left
	 */
	public Checkout create(Repository repository, BranchName branch) {
		return create(repository, branch, repository.root());
	}

	/**
	 * Finds or makes the worktree of a branch.
	 * @param repository the repository
	 * @param branch the branch
	 * @param directory a folder of the repository whose commit a new branch begins with
	 * @return the worktree, and what had to be made for it
	 * @throws HeadjackException if it cannot be made; then nothing of it is left
	 */
	public Checkout create(Repository repository, BranchName branch, Path directory) {
		return this.creation.create(repository, branch, directory);
	}

	/**
	 * Takes back what {@link #create} made.
	 * @param repository the repository
	 * @param checkout what was made
	 */
	public void undo(Repository repository, Checkout checkout) {
		if (checkout.worktreeCreated()) {
			Worktree worktree = checkout.worktree();
			this.view.forget(worktree);
			this.creation.discard(repository, worktree.path(), worktree.branch(), checkout.branchCreated());
			Folders.deleteIfEmpty(this.files.folder(repository));
		}
	}

	/**
	 * Removes a worktree; its branch stays.
	 * @param repository the repository
	 * @param worktree the worktree
	 * @param force whether unsaved work and a lock do not matter
	 * @throws HeadjackException if it holds unsaved work, is locked, or cannot be removed
	 */
	public void remove(Repository repository, Worktree worktree, boolean force) {
		if (!force && unsavedWork(worktree).uncommittedFiles() > 0) {
			throw new HeadjackException(FailureKind.FAILED, "the worktree holds uncommitted work: " + worktree.path(),
					"commit it, or use -f to lose it");
		}
		// Git's own check would look into submodules, whose configuration the container
		// writes.
		this.git.run(repository, new GitCommand.RemoveWorktree(worktree.path(), force)).require();
		this.view.forget(worktree);
		Folders.deleteIfEmpty(this.files.folder(repository));
	}

	/**
	 * The worktrees of a repository. Runs no git.
	 * @param repository the repository
	 * @return its worktrees in the storage folder
	 */
	public List<Worktree> all(Repository repository) {
		return this.files.in(this.files.folder(repository)).toList();
	}

	/**
	 * The worktrees of all repositories. Runs no git.
	 * @return all worktrees in the storage folder
	 */
	public List<Worktree> all() {
		return this.files.all().toList();
	}

	/**
	 * The branches of a repository.
	 * @param repository the repository
	 * @return their names, in the order of the alphabet
	 */
	public List<String> branches(Repository repository) {
		return this.git.run(repository, new GitCommand.ListReferences(List.of(HEADS)))
			.require()
			.lines()
			.map((reference) -> reference.substring(HEADS.length()))
			.toList();
	}

	/**
	 * The branch that is checked out.
	 * @param directory a folder of a working tree
	 * @return the branch's name, or empty if none is checked out
	 */
	public Optional<String> head(Path directory) {
		return Optional.of(this.git.run(directory, new GitCommand.ShowHeadBranch()).output().strip())
			.filter((reference) -> reference.startsWith(HEADS))
			.map((reference) -> reference.substring(HEADS.length()));
	}

	/**
	 * What would be lost with a worktree.
	 * @param worktree the worktree
	 * @return how much of it is nowhere else
	 */
	public UnsavedWork unsavedWork(Worktree worktree) {
		return new WorkInspection(this.git, worktree).unsavedWork();
	}

	/**
	 * What of git's files a container needs, so that git works in it at the same paths
	 * and nothing can be changed that git on the host would run.
	 * @param worktree the worktree
	 * @return the files and folders in the order of mounting, parents first
	 */
	public List<GitPath> gitPaths(Worktree worktree) {
		return this.view.gitPaths(worktree);
	}

	/**
	 * Who makes commits, as git's configuration on the host says.
	 * @param repository the repository
	 * @return {@code user.name} and {@code user.email}, as far as they are set
	 */
	public Map<String, String> identity(Repository repository) {
		Map<String, String> identity = new LinkedHashMap<>();
		String output = this.git.run(repository, new GitCommand.ShowIdentity()).output();
		for (String entry : output.split("\0", -1)) {
			int end = entry.indexOf('\n');
			if (end > 0) {
				identity.put(entry.substring(0, end), entry.substring(end + 1));
			}
		}
		return Map.copyOf(identity);
	}

}

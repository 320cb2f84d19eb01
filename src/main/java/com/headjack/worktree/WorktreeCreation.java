package com.headjack.worktree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.FolderDeletion;
import com.headjack.host.LockedFile;
import com.headjack.process.CommandResult;
import com.headjack.process.ShutdownHook;

/**
 * Creates worktrees, each in full or not at all.
 */
final class WorktreeCreation {

	private static final Duration CLEANUP = Duration.ofSeconds(10);

	private final Git git;

	private final WorktreeFiles files;

	private final WorktreeRecovery recovery;

	WorktreeCreation(Git git, WorktreeFiles files, WorktreeRecovery recovery) {
		this.git = git;
		this.files = files;
		this.recovery = recovery;
	}

	/**
	 * Creates the worktree of a branch, unless it exists.
	 * @param repository the repository
	 * @param branch the branch
	 * @param directory the folder whose checked-out commit a new branch starts at
	 * @return the worktree, and whether it and its branch were created
	 */
	Checkout create(Repository repository, BranchName branch, Path directory) {
		return locked(repository, () -> {
			this.files.in(this.files.folder(repository)).forEach(this.recovery::mendOwn);
			return present(repository, branch).map((worktree) -> new Checkout(worktree, false, false))
				.orElseGet(() -> make(repository, branch, directory));
		});
	}

	private Optional<Worktree> present(Repository repository, BranchName branch) {
		return this.files.read(this.files.location(repository, branch))
			.or(() -> this.files.strays(repository)
				.filter((stray) -> stray.branch().equals(branch))
				.findFirst()
				.map(this.recovery::adopt))
			.or(() -> this.recovery.mend(repository, branch));
	}

	/**
	 * Runs an operation while no other command creates or mends a worktree.
	 * @param <T> the type of the result
	 * @param repository the repository
	 * @param work the operation
	 * @return the result of the operation
	 */
	synchronized <T> T locked(Repository repository, Supplier<T> work) {
		Path file = this.files.lock(repository);
		prepare(file.resolveSibling(""));
		try (LockedFile _ = LockedFile.of(file,
				() -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
			prepare(this.files.folder(repository));
			return work.get();
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot lock " + file,
					"make sure that you may write there, and that there is room", ex);
		}
		finally {
			Folders.deleteIfEmpty(this.files.folder(repository));
		}
	}

	private Checkout make(Repository repository, BranchName branch, Path directory) {
		new SharedFiles(repository).requireReadable();
		List<RegisteredWorktree> registered = registered(repository);
		return inFormerStorage(repository, branch, registered).map((worktree) -> new Checkout(worktree, false, false))
			.orElseGet(() -> make(repository, branch, directory, registered));
	}

	/**
	 * Finds the worktree that was made for a branch when the storage folder was another
	 * one.
	 */
	private Optional<Worktree> inFormerStorage(Repository repository, BranchName branch,
			List<RegisteredWorktree> registered) {
		Optional<Worktree> worktree = registered.stream()
			.filter((other) -> other.reference().equals(branch.reference()))
			.flatMap((other) -> this.files.read(other.path()).stream())
			.filter((other) -> other.branch().equals(branch) && other.repository().id().equals(repository.id()))
			.findFirst();
		worktree.ifPresent(this.recovery::mendOwn);
		return worktree;
	}

	private Checkout make(Repository repository, BranchName branch, Path directory,
			List<RegisteredWorktree> registered) {
		Path path = this.files.location(repository, branch);
		refuseLeftover(path);
		boolean again = registered(registered, branch, path);
		BranchOrigin origin = new BranchLookup(this.git).find(repository, branch, directory);
		return add(repository, new WorktreeCommand.AddWorktree(path, branch, origin, again));
	}

	private Checkout add(Repository repository, WorktreeCommand.AddWorktree command) {
		boolean created = command.origin().createsBranch();
		try (ShutdownHook _ = ShutdownHook.awaiting(CLEANUP)) {
			return added(repository, command, created);
		}
	}

	private Checkout added(Repository repository, WorktreeCommand.AddWorktree command, boolean created) {
		try {
			CommandResult result = this.git.run(repository, command);
			if (!result.succeeded()) {
				throw AddFailure.of(command.path(), result);
			}
			return new Checkout(added(command.path()), true, created);
		}
		catch (RuntimeException ex) {
			// An interrupted thread could not run git for the clean-up.
			boolean interrupted = Thread.interrupted();
			discard(repository, command.path(), command.branch(), created);
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
			throw ex;
		}
	}

	/**
	 * Removes what is left of the worktree of a branch.
	 * @param repository the repository
	 * @param branch the branch
	 */
	void removeRest(Repository repository, BranchName branch) {
		Path path = this.files.location(repository, branch);
		Optional<Path> own = this.files.abandoned(repository, path)
			.or(() -> this.files.abandoned(repository, Folders.real(path)));
		delete(path);
		own.ifPresent(WorktreeCreation::forget);
	}

	/**
	 * Removes a worktree with all of its content. Git is not run: it would read what a
	 * container wrote.
	 * @param worktree the worktree
	 * @throws HeadjackException if a file cannot be deleted
	 */
	void remove(Worktree worktree) {
		delete(worktree.path());
		forget(worktree.gitDirectory());
	}

	private static void delete(Path folder) {
		try {
			FolderDeletion.of(folder);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot delete " + ex.getMessage(),
					"check whether the file belongs to another user, delete it, and try again", ex);
		}
	}

	private static void forget(Path directory) {
		Folders.deleteAll(directory);
		Folders.deleteIfEmpty(directory.resolveSibling(""));
	}

	private Worktree added(Path path) {
		return this.files.read(path)
			.orElseThrow(() -> new HeadjackException(FailureKind.FAILED, "git made no worktree in " + path, null));
	}

	/**
	 * Removes a worktree, as far as it was created.
	 * @param repository the repository
	 * @param path the worktree's folder
	 * @param branch its branch
	 * @param withBranch whether to delete the branch, too
	 */
	void discard(Repository repository, Path path, BranchName branch, boolean withBranch) {
		this.git.run(repository, new WorktreeCommand.RemoveWorktree(path, true));
		Folders.deleteAll(path);
		if (withBranch) {
			this.git.run(repository, new ReferenceCommand.DeleteBranch(branch));
		}
	}

	private List<RegisteredWorktree> registered(Repository repository) {
		return RegisteredWorktree.parse(this.git.run(repository, new WorktreeCommand.ListWorktrees()).require());
	}

	private static boolean registered(List<RegisteredWorktree> worktrees, BranchName branch, Path path) {
		Path real = Folders.real(path);
		worktrees.stream()
			.filter((other) -> other.reference().equals(branch.reference()) && !other.path().equals(real))
			.findFirst()
			.ifPresent((other) -> refuseElsewhere(branch, other.path()));
		return worktrees.stream().anyMatch((other) -> other.path().equals(real));
	}

	private static void refuseElsewhere(BranchName branch, Path path) {
		String remedy = Files.exists(path) ? "check out another branch there, or choose another branch here"
				: "that folder is gone: run 'git worktree prune'";
		throw new HeadjackException(FailureKind.FAILED, "branch \"" + branch + "\" is already checked out in " + path,
				remedy);
	}

	private static void refuseLeftover(Path path) {
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !emptyFolder(path)) {
			throw new HeadjackException(FailureKind.FAILED, "in the worktree's place is something else: " + path,
					"save what you need of it, and move it away");
		}
	}

	private static boolean emptyFolder(Path path) {
		if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
			return false;
		}
		try (Stream<Path> children = Files.list(path)) {
			return children.findAny().isEmpty();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void prepare(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot create the folder " + folder,
					"see that storage.worktrees names a folder that you may write to, and that there is room", ex);
		}
	}

}

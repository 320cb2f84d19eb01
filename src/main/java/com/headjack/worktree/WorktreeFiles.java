package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.UntrustedFile;

/**
 * Finds the worktrees in the storage folder. A container can write to a worktree, so no
 * symbolic link in it is followed, and a folder counts as a worktree only if the
 * repository's files refer back to it.
 */
final class WorktreeFiles {

	private static final int LONGEST = 8192;

	private final Path storage;

	WorktreeFiles(Path storage) {
		this.storage = storage;
	}

	/**
	 * Returns the folder for the worktree of a branch.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the folder, which need not exist
	 */
	Path location(Repository repository, BranchName branch) {
		return folder(repository).resolve(branch.directory());
	}

	/**
	 * Returns the folder of a repository's worktrees.
	 * @param repository the repository
	 * @return the folder, which need not exist
	 */
	Path folder(Repository repository) {
		return this.storage.resolve(repository.id());
	}

	/**
	 * Returns the file that is locked while a worktree of a repository is created. It is
	 * no other repository's: git may have to be waited for.
	 * @param repository the repository
	 * @return a file in the storage folder
	 */
	Path lock(Repository repository) {
		return this.storage.resolve(".locks").resolve(repository.id());
	}

	/**
	 * Returns the worktrees of all repositories.
	 * @return the worktrees, sorted by the names of their folders
	 */
	Stream<Worktree> all() {
		return children(this.storage).flatMap(this::in);
	}

	/**
	 * Returns the worktrees in a repository's folder.
	 * @param folder the folder
	 * @return the worktrees, sorted by the names of their folders
	 */
	Stream<Worktree> in(Path folder) {
		return children(folder).flatMap((path) -> read(path).stream());
	}

	/**
	 * Returns the worktree in a folder.
	 * @param path the folder
	 * @return the worktree, or empty if there is none
	 */
	Optional<Worktree> read(Path path) {
		return BranchName.fromDirectory(path.getFileName().toString())
			.flatMap((branch) -> gitDirectory(path).flatMap((directory) -> worktree(branch, path, directory)));
	}

	/**
	 * Returns the worktrees that a repository has lost because it was moved: they are in
	 * the folder of the repository's former place, and refer to that place.
	 * @param repository the repository
	 * @return the worktrees
	 */
	Stream<Worktree> strays(Repository repository) {
		return children(repository.commonDirectory().resolve("worktrees"))
			.flatMap((directory) -> stray(repository, directory).stream());
	}

	private Optional<Worktree> stray(Repository repository, Path directory) {
		return back(directory).flatMap(WorktreeFiles::parent)
			.filter((path) -> stored(path) && !path.equals(location(repository, path)) && lost(path, directory))
			.flatMap((path) -> BranchName.fromDirectory(path.getFileName().toString())
				.map((branch) -> new Worktree(repository, branch, path, directory)));
	}

	private Path location(Repository repository, Path path) {
		return folder(repository).resolve(path.getFileName());
	}

	private boolean stored(Path path) {
		return parent(path).flatMap(WorktreeFiles::parent).filter((folder) -> same(folder, this.storage)).isPresent();
	}

	/**
	 * Returns whether a worktree refers to no other git directory that exists.
	 */
	private boolean lost(Path path, Path directory) {
		return pointer(path).filter((named) -> !Files.exists(named) || same(named, directory)).isPresent();
	}

	/**
	 * Returns whether a git directory has lost its worktree.
	 * @param directory the git directory
	 * @return whether there is no worktree where it refers to
	 */
	boolean free(Path directory) {
		return back(directory).filter(Files::exists).isEmpty();
	}

	/**
	 * Returns the git directory that a worktree refers to.
	 * @param path the worktree's folder
	 * @return the git directory, which need not exist, or empty if there is no worktree
	 */
	Optional<Path> pointer(Path path) {
		return line(path.resolve(".git")).filter((line) -> line.startsWith("gitdir: "))
			.map((line) -> path.resolve(line.substring("gitdir: ".length())).normalize());
	}

	/**
	 * Returns the git directory that still refers to a folder which is no worktree any
	 * more.
	 * @param repository the repository
	 * @param path the folder
	 * @return the git directory, or empty if there is none
	 */
	Optional<Path> abandoned(Repository repository, Path path) {
		return children(repository.commonDirectory().resolve("worktrees"))
			.filter((directory) -> back(directory).filter(path.resolve(".git")::equals).isPresent())
			.findFirst();
	}

	private static Optional<Path> back(Path directory) {
		return line(directory.resolve("gitdir")).map((line) -> directory.resolve(line).normalize());
	}

	private static Optional<Worktree> worktree(BranchName branch, Path path, Path gitDirectory) {
		return parent(gitDirectory).filter((folder) -> folder.endsWith("worktrees"))
			.flatMap(WorktreeFiles::parent)
			.map(Repository::of)
			.filter((repository) -> parent(path).filter((folder) -> folder.endsWith(repository.id())).isPresent())
			.map((repository) -> new Worktree(repository, branch, path, gitDirectory));
	}

	private static Optional<Path> parent(Path path) {
		return Optional.ofNullable(path.getParent());
	}

	/**
	 * Finds the git directory of a worktree: the worktree's {@code .git} file refers to
	 * it, and it refers back to that file.
	 * @param path the worktree's folder
	 * @return the git directory, or empty if the two do not refer to each other
	 */
	private Optional<Path> gitDirectory(Path path) {
		Path link = path.resolve(".git");
		return pointer(path).filter((directory) -> back(directory).filter((back) -> same(back, link)).isPresent());
	}

	private static boolean same(Path one, Path other) {
		try {
			return Files.isSameFile(one, other);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static Optional<String> line(Path file) {
		return new UntrustedFile(file, LONGEST).text()
			.map(String::stripTrailing)
			.filter((text) -> text.indexOf('\n') < 0 && text.indexOf('\0') < 0);
	}

	private static Stream<Path> children(Path folder) {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			return Stream.empty();
		}
		try (Stream<Path> children = Files.list(folder)) {
			return children.sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot read " + folder, null, ex);
		}
	}

}

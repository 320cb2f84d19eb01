package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Mends worktrees whose links to their repository, or back, are broken. The files in them
 * are kept as they are.
 */
final class WorktreeRecovery {

	private final Git git;

	private final WorktreeFiles files;

	private final ContainerView view;

	WorktreeRecovery(Git git, WorktreeFiles files, ContainerView view) {
		this.git = git;
		this.files = files;
		this.view = view;
	}

	/**
	 * Mends the worktree in a branch's folder, such as one that git has pruned.
	 * @param repository the repository
	 * @param branch the branch
	 * @return the worktree, or empty if there is none to mend
	 */
	Optional<Worktree> mend(Repository repository, BranchName branch) {
		Path place = this.files.location(repository, branch);
		Optional<Path> abandoned = this.files.abandoned(repository, place)
			.filter((own) -> Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS));
		if (abandoned.isPresent()) {
			return abandoned.flatMap((own) -> link(own, place));
		}
		return this.files.pointer(place).map(Path::getFileName).flatMap((name) -> {
			Path own = repository.commonDirectory().resolve("worktrees").resolve(name);
			if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
				return register(repository, branch, place);
			}
			return this.files.free(own) ? link(own, place) : Optional.empty();
		});
	}

	/**
	 * Mends the git directory of a worktree, as far as a container has made something of
	 * its files that git cannot read.
	 * @param worktree the worktree
	 */
	void mendOwn(Worktree worktree) {
		if (new OwnFiles(worktree).mend()) {
			this.git.run(worktree, new WorktreeCommand.FillIndex());
		}
	}

	/**
	 * Moves a worktree of a moved repository to where it belongs now.
	 * @param stray the worktree
	 * @return the worktree, in its new folder
	 */
	Worktree adopt(Worktree stray) {
		Path place = this.files.location(stray.repository(), stray.branch());
		try {
			Files.createDirectories(this.files.folder(stray.repository()));
			Files.move(stray.path(), place);
			this.view.move(stray, place);
			Folders.deleteIfEmpty(stray.path().resolveSibling(".").normalize());
			return link(stray.gitDirectory(), place).orElseThrow();
		}
		catch (IOException ex) {
			throw unwritten(place, ex);
		}
	}

	/**
	 * Makes a worktree of a folder that git does not know any more: git makes one beside
	 * it, without files, whose place the folder takes.
	 */
	private Optional<Worktree> register(Repository repository, BranchName branch, Path place) {
		Path beside = place.resolveSibling(".mend-" + place.getFileName());
		try {
			Path empty = beside.resolve(place.getFileName());
			if (!this.git.run(repository, new WorktreeCommand.RegisterWorktree(empty, branch)).succeeded()) {
				return Optional.empty();
			}
			Optional<Worktree> worktree = this.files.pointer(empty).flatMap((own) -> link(own, place));
			worktree.ifPresent((mended) -> this.git.run(mended, new WorktreeCommand.FillIndex()).require());
			return worktree;
		}
		finally {
			Folders.deleteAll(beside);
		}
	}

	private Optional<Worktree> link(Path own, Path place) {
		try {
			replace(own.resolve("gitdir"), place.resolve(".git") + "\n");
			replace(place.resolve(".git"), "gitdir: " + own + "\n");
			return this.files.read(place);
		}
		catch (IOException ex) {
			throw unwritten(place, ex);
		}
	}

	private static void replace(Path file, String text) throws IOException {
		Path next = Files.createTempFile(file.resolveSibling("."), ".git", ".new");
		try {
			Files.writeString(next, text);
			if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(next, permissions(file));
			}
			Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(next);
		}
	}

	private static Set<PosixFilePermission> permissions(Path file) throws IOException {
		return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
				? Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
				: PosixFilePermissions.fromString("rw-r--r--");
	}

	private static HeadjackException unwritten(Path place, IOException cause) {
		return new HeadjackException(FailureKind.FAILED,
				"cannot repair the worktree " + place + ": " + cause.getMessage(),
				"make sure that nothing is in its place, that you may write there, and that there is room", cause);
	}

}

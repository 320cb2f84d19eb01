package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A container's view of a repository. The container can read all of the repository, and
 * can write its objects and references and the files of the one worktree.
 */
final class ContainerView {

	private final Path storage;

	ContainerView(Path storage) {
		this.storage = storage;
	}

	/**
	 * Prepares the view of a worktree.
	 * @param worktree the worktree
	 * @return the files and folders to mount, in that order: parents first
	 */
	List<GitPath> gitPaths(Worktree worktree) {
		Path common = worktree.repository().commonDirectory();
		ViewFolder view = new ViewFolder(folder(worktree));
		RepositoryLayout layout = new RepositoryLayout(common);
		prepare(worktree, view, layout);
		List<GitPath> paths = new ArrayList<>();
		paths.add(new GitPath(view.common(), common, false));
		paths.add(new GitPath(common, common.resolve(ViewFolder.LIVE), false));
		paths.addAll(layout.mounts());
		paths.add(new GitPath(view.logs(), common.resolve("logs"), true));
		paths.add(new GitPath(view.locks(), common.resolve(ViewFolder.LOCKS), true));
		paths.add(new GitPath(view.barrier(), common.resolve(view.folder().relativize(view.barrier())), false));
		paths.add(GitPath.readOnly(common.resolve("worktrees")));
		addOwn(paths, worktree, view);
		for (GitPath reference : layout.references(common.resolve(ViewFolder.LIVE))) {
			addReference(paths, reference, view, common);
		}
		return List.copyOf(paths);
	}

	/**
	 * Adds a mount unless it is inside of another. In the view its mount point is made.
	 */
	private static void addReference(List<GitPath> paths, GitPath reference, ViewFolder view, Path common) {
		Path path = reference.path();
		boolean inside = paths.stream()
			.map(GitPath::path)
			.anyMatch((mounted) -> path.startsWith(mounted) && !mounted.equals(common));
		if (!inside) {
			if (path.startsWith(common)) {
				view.mountPoint(common.relativize(path), Files.isDirectory(reference.source()));
			}
			paths.add(reference);
		}
	}

	private static void addOwn(List<GitPath> paths, Worktree worktree, ViewFolder view) {
		Path own = worktree.gitDirectory();
		paths.add(GitPath.writable(own));
		paths.add(new GitPath(view.worktreeLogs(), own.resolve("logs"), true));
		Stream.of("commondir", "gitdir", "config.worktree")
			.map((name) -> GitPath.readOnly(file(own.resolve(name))))
			.forEach(paths::add);
		paths.add(GitPath.writable(worktree.path()));
		paths.add(GitPath.readOnly(file(worktree.path().resolve(".git"))));
	}

	/**
	 * Deletes the view of a worktree.
	 * @param worktree the worktree
	 */
	void forget(Worktree worktree) {
		Folders.deleteAll(folder(worktree));
		Folders.deleteIfEmpty(views(worktree));
	}

	private Path folder(Worktree worktree) {
		return views(worktree).resolve(worktree.branch().directory());
	}

	private Path views(Worktree worktree) {
		return this.storage.resolve(worktree.repository().id()).resolve(".views");
	}

	private static void prepare(Worktree worktree, ViewFolder view, RepositoryLayout layout) {
		Path own = directory(worktree.gitDirectory());
		Path settings = own.resolve("config.worktree");
		try {
			Files.createDirectories(own.resolve("logs"));
			layout.prepare();
			if (Files.notExists(settings, LinkOption.NOFOLLOW_LINKS)) {
				Files.createFile(settings);
			}
			view.prepare(worktree.repository().commonDirectory(), layout.shared());
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED,
					"cannot prepare the worktree for a container: " + ex.getMessage(),
					"see that you may write there, and that there is room", ex);
		}
	}

	private static Path directory(Path path) {
		return require(path, Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
	}

	private static Path file(Path path) {
		return require(path, Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
	}

	private static Path require(Path path, boolean expected) {
		if (!expected) {
			throw new HeadjackException(FailureKind.FAILED, "the repository is laid out in an unknown way: " + path,
					"see that this is no link and not missing");
		}
		return path;
	}

}

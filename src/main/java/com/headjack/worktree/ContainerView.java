package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.UntrustedFile;

/**
 * A container's view of a repository. The container can read all of the repository, and
 * can write its objects and references and the files of the one worktree.
 */
final class ContainerView {

	private static final String VIEWS = ".views";

	private static final List<String> OWN_FILES = List.of("commondir", "gitdir", "config.worktree");

	private static final int LARGEST_LOG = 1024 * 1024;

	private static final int MOST_TRIES = 100;

	private final Git git;

	private final HostConfiguration configuration;

	ContainerView(Git git, HostConfiguration configuration) {
		this.git = git;
		this.configuration = configuration;
	}

	/**
	 * Prepares the view of a worktree.
	 * @param worktree the worktree
	 * @return the files and folders to mount, in that order: parents first
	 */
	List<GitPath> gitPaths(Worktree worktree) {
		Path common = worktree.repository().commonDirectory();
		ViewFolder view = of(worktree);
		RepositoryLayout layout = new RepositoryLayout(common);
		prepare(worktree, view, layout);
		List<GitPath> mounts = layout.mounts();
		carryIn(worktree);
		List<GitPath> paths = new ArrayList<>();
		paths.add(new GitPath(view.common(), common, false));
		paths.add(new GitPath(common, common.resolve(ViewFolder.LIVE), false));
		for (GitPath mount : mounts) {
			paths.addAll(mount.path().equals(common.resolve("refs")) ? references(mount, view) : List.of(mount));
		}
		paths.add(new GitPath(view.logs(), common.resolve("logs"), true));
		paths.add(new GitPath(view.locks(), common.resolve(ViewFolder.LOCKS), true));
		paths.add(new GitPath(view.barrier(), common.resolve(view.folder().relativize(view.barrier())), false));
		paths.add(new GitPath(view.settings(), common.resolve(ViewFolder.SETTINGS), true));
		if (Files.isRegularFile(common.resolve("config"), LinkOption.NOFOLLOW_LINKS)) {
			// It can hold passwords.
			paths.add(new GitPath(view.blank(), common.resolve(ViewFolder.LIVE).resolve("config"), false));
		}
		Stream.of("logs", "modules")
			.filter((name) -> Files.isDirectory(common.resolve(name), LinkOption.NOFOLLOW_LINKS))
			// They can hold addresses with passwords.
			.forEach((name) -> paths
				.add(new GitPath(view.nothing(), common.resolve(ViewFolder.LIVE).resolve(name), false)));
		paths.add(new GitPath(view.worktrees(), common.resolve(ViewFolder.WORKTREES), true));
		addOwn(paths, worktree, view);
		for (GitPath reference : layout.references(common.resolve(ViewFolder.LIVE))) {
			addReference(paths, reference, view, common);
		}
		return List.copyOf(paths);
	}

	private static List<GitPath> references(GitPath all, ViewFolder view) {
		try {
			return new SharedReferences(all.source(), view.references()).mounts(all.path());
		}
		catch (IOException ex) {
			throw failure(ex);
		}
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
		OWN_FILES.stream().map((name) -> GitPath.readOnly(file(own.resolve(name)))).forEach(paths::add);
		paths.add(GitPath.writable(worktree.path()));
		paths.add(GitPath.readOnly(file(worktree.path().resolve(".git"))));
	}

	/**
	 * Requires that the files are files that an engine mounts by their names: it would
	 * follow a link that a container has made.
	 * @param worktree the worktree
	 */
	void requireFiles(Worktree worktree) {
		OWN_FILES.forEach((name) -> file(worktree.gitDirectory().resolve(name)));
		file(worktree.path().resolve(".git"));
	}

	/**
	 * Deletes the view of a worktree.
	 * @param worktree the worktree
	 */
	void forget(Worktree worktree) {
		Folders.deleteAll(folder(worktree));
		Folders.deleteIfEmpty(views(worktree));
	}

	/**
	 * Carries what the container's branches track to the host.
	 * @param worktree the worktree
	 * @param branches the branches that exist
	 */
	void carryOut(Worktree worktree, Supplier<List<String>> branches) {
		if (isPrepared(worktree)) {
			settings(worktree).carryOut(branches);
		}
	}

	/**
	 * Shows the container what has changed on the host: the configuration and the other
	 * worktrees.
	 * @param worktree the worktree
	 */
	void carryIn(Worktree worktree) {
		if (isPrepared(worktree)) {
			try {
				refresh(worktree);
			}
			catch (IOException ex) {
				throw failure(ex);
			}
		}
	}

	/**
	 * Counts the stashes that only the container knows.
	 * @param worktree the worktree
	 * @return their number
	 */
	int stashes(Worktree worktree) {
		Set<String> own = stashes(of(worktree).logs());
		own.removeAll(stashes(worktree.repository().commonDirectory().resolve("logs")));
		return own.size();
	}

	private static Set<String> stashes(Path logs) {
		return new UntrustedFile(logs.resolve("refs/stash"), LARGEST_LOG).text()
			.map((text) -> text.lines()
				.flatMap((line) -> Stream.of(line.split(" ", 3)).skip(1).limit(1))
				.collect(Collectors.toSet()))
			.orElseGet(HashSet::new);
	}

	private boolean isPrepared(Worktree worktree) {
		return Files.isDirectory(of(worktree).settings(), LinkOption.NOFOLLOW_LINKS);
	}

	private void refresh(Worktree worktree) throws IOException {
		settings(worktree).carryIn();
		showToAll(worktree);
	}

	private PrivateSettings settings(Worktree worktree) {
		return new PrivateSettings(this.git, this.configuration, worktree, of(worktree));
	}

	/**
	 * Returns the view of a worktree.
	 * @param worktree the worktree
	 * @return the view, which need not exist
	 */
	ViewFolder of(Worktree worktree) {
		return new ViewFolder(folder(worktree));
	}

	/**
	 * Moves the view of a worktree of a moved repository.
	 * @param stray the worktree in its former folder
	 * @param place its new folder
	 * @throws IOException if it cannot be moved
	 */
	void move(Worktree stray, Path place) throws IOException {
		Path former = stray.path().resolveSibling(VIEWS);
		Path next = place.resolveSibling(VIEWS);
		Path view = former.resolve(stray.path().getFileName());
		if (Files.isDirectory(view, LinkOption.NOFOLLOW_LINKS)) {
			Files.createDirectories(next);
			Files.move(view, next.resolve(place.getFileName()));
		}
		Folders.deleteIfEmpty(former);
	}

	private Path folder(Worktree worktree) {
		return views(worktree).resolve(worktree.branch().directory());
	}

	private Path views(Worktree worktree) {
		return worktree.path().resolveSibling(VIEWS);
	}

	/**
	 * Shows all worktrees to all containers of a repository, so that none of them checks
	 * out a branch that another one has.
	 */
	private void showToAll(Worktree worktree) throws IOException {
		Path common = worktree.repository().commonDirectory();
		makeOwn(of(worktree).worktrees().resolve(worktree.gitDirectory().getFileName()));
		try (Stream<Path> views = Files.list(views(worktree))) {
			for (Path view : views.toList()) {
				showIfPossible(new ViewFolder(view), common);
			}
		}
	}

	/**
	 * Makes the mount point of the container's own worktree. Another command may be
	 * showing it at the same moment, as a link.
	 */
	private static void makeOwn(Path own) throws IOException {
		for (int tries = 1; !Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS); tries++) {
			try {
				if (Files.isSymbolicLink(own)) {
					Files.deleteIfExists(own);
				}
				Files.createDirectories(own);
			}
			catch (FileAlreadyExistsException ex) {
				if (tries == MOST_TRIES) {
					throw ex;
				}
			}
		}
	}

	private static void showIfPossible(ViewFolder view, Path common) {
		try {
			if (Files.isDirectory(view.worktrees(), LinkOption.NOFOLLOW_LINKS)) {
				view.showWorktrees(common);
			}
		}
		catch (IOException ex) {
			// What a container made of its own folder is no other's trouble.
		}
	}

	private void prepare(Worktree worktree, ViewFolder view, RepositoryLayout layout) {
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
			throw failure(ex);
		}
	}

	private static HeadjackException failure(IOException cause) {
		return new HeadjackException(FailureKind.FAILED,
				"cannot prepare the worktree for a container: " + cause.getMessage(),
				"make sure that you may write there, and that there is room", cause);
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
					"make sure that this is not a link, and not missing");
		}
		return path;
	}

}

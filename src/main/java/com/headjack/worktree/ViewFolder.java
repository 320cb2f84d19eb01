package com.headjack.worktree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a container sees in place of a repository's common folder. It has
 * symbolic links into the real common folder, which is mounted in it read-only, and mount
 * points for the folders that the container may write.
 *
 * @param folder its path on the host
 */
record ViewFolder(Path folder) {

	/**
	 * The mount point of the real common folder.
	 */
	static final String LIVE = "live";

	/**
	 * The folder in which git creates the lock of its packed references.
	 */
	static final String LOCKS = "locks";

	/**
	 * The folder of the container's own configuration.
	 */
	static final String SETTINGS = "settings";

	/**
	 * The folder of the administration of all worktrees.
	 */
	static final String WORKTREES = "worktrees";

	private static final List<String> LINKED = List.of("HEAD", "config.worktree", "description", "hooks", "info",
			"shallow");

	/**
	 * The folder of recorded resolutions of conflicts. Git on the host would apply those
	 * of a container, too.
	 */
	private static final String RESOLUTIONS = "rr-cache";

	/**
	 * The files that git in the container creates when it needs them.
	 */
	private static final List<String> OWN = List.of("config", "gc.pid", "gc.log");

	/**
	 * The number of symbolic links that git resolves before it creates its lock file,
	 * beside the path it has reached by then. To read, git follows all links. So with
	 * more links than this, git locks in a writable folder and still reads the real file.
	 */
	private static final int RESOLVED_LINKS = 5;

	Path common() {
		return this.folder.resolve("common");
	}

	Path locks() {
		return this.folder.resolve(LOCKS);
	}

	/**
	 * Returns a folder that keeps git from replacing the link to the packed references
	 * with a copy. A copy would hide later changes by the host.
	 * @return a folder with the name of git's temporary file
	 */
	Path barrier() {
		return locks().resolve("packed-refs.new");
	}

	/**
	 * Returns the folder of the container's own reference logs. Git on the host writes
	 * commit messages to its own logs and follows symbolic links there, so the container
	 * must not be able to create links in them.
	 * @return the folder
	 */
	Path logs() {
		return this.folder.resolve("logs");
	}

	Path worktreeLogs() {
		return this.folder.resolve("worktree-logs");
	}

	/**
	 * Returns the folder of the configuration that git in the container reads and writes.
	 * @return the folder
	 */
	Path settings() {
		return this.folder.resolve(SETTINGS);
	}

	/**
	 * Returns the folder of the worktrees that the container knows: links to those of the
	 * host, and those that it makes itself.
	 * @return the folder
	 */
	Path worktrees() {
		return this.folder.resolve(WORKTREES);
	}

	/**
	 * Returns the folder of the references that are the container's own, such as stashes.
	 * @return the folder
	 */
	Path references() {
		return this.folder.resolve("refs");
	}

	/**
	 * Returns an empty file that hides another one.
	 * @return the file
	 */
	Path blank() {
		return this.folder.resolve("blank");
	}

	/**
	 * Returns a folder without content, which hides another one.
	 * @return the folder
	 */
	Path nothing() {
		return this.folder.resolve("nothing");
	}

	/**
	 * Creates the files and folders that do not exist yet.
	 * @param repository the real common folder
	 * @param shared the names of the folders in it that the container may write to
	 * @throws IOException if one of them cannot be created
	 */
	void prepare(Path repository, List<String> shared) throws IOException {
		for (String name : List.of(LIVE, LOCKS, SETTINGS, WORKTREES, "logs")) {
			Files.createDirectories(common().resolve(name));
		}
		for (String name : shared) {
			Files.createDirectories(common().resolve(name));
		}
		for (String name : LINKED) {
			link(common().resolve(name), LIVE + "/" + name);
		}
		for (String name : OWN) {
			link(common().resolve(name), SETTINGS + "/" + name);
		}
		// Git creates this folder only at the end of an absolute link.
		link(common().resolve(RESOLUTIONS), repository.resolve(SETTINGS).resolve(RESOLUTIONS).toString());
		if (Files.notExists(blank(), LinkOption.NOFOLLOW_LINKS)) {
			Files.createFile(blank());
		}
		linkPackedReferences();
		for (Path own : List.of(worktreeLogs(), settings(), worktrees(), nothing())) {
			Files.createDirectories(own);
		}
		if (Files.isDirectory(repository.resolve(RESOLUTIONS))) {
			Files.createDirectories(settings().resolve(RESOLUTIONS));
		}
		prepareLogs(repository.resolve("logs/refs/stash"));
	}

	/**
	 * Creates a mount point in the common folder, unless it exists.
	 * @param path its path in the common folder
	 * @param folder whether a folder is mounted there, not a file
	 */
	void mountPoint(Path path, boolean folder) {
		Path point = common().resolve(path);
		try {
			Files.createDirectories(folder ? point : point.resolveSibling("."));
			if (!folder && Files.notExists(point, LinkOption.NOFOLLOW_LINKS)) {
				Files.createFile(point);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Shows the worktrees that exist on the host to the container.
	 * @param repository the real common folder
	 * @throws IOException if one of them cannot be shown
	 */
	void showWorktrees(Path repository) throws IOException {
		try (Stream<Path> all = Files.list(repository.resolve(WORKTREES))) {
			for (Path worktree : all.toList()) {
				Path link = worktrees().resolve(worktree.getFileName());
				if (Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
					Files.createSymbolicLink(link, Path.of("..", LIVE, WORKTREES, worktree.getFileName().toString()));
				}
			}
		}
		removeDeadLinks(repository);
	}

	private void removeDeadLinks(Path repository) throws IOException {
		try (Stream<Path> shown = Files.list(worktrees())) {
			for (Path link : shown.filter(Files::isSymbolicLink).toList()) {
				if (Files.notExists(repository.resolve(WORKTREES).resolve(link.getFileName()))) {
					Files.delete(link);
				}
			}
		}
	}

	private void linkPackedReferences() throws IOException {
		String name = "packed-refs";
		for (int step = 1; step < RESOLVED_LINKS; step++) {
			link(common().resolve(name), "packed-refs." + step);
			name = "packed-refs." + step;
		}
		link(common().resolve(name), LOCKS + "/packed-refs");
		if (!Files.isDirectory(locks(), LinkOption.NOFOLLOW_LINKS)) {
			Files.createDirectories(locks());
			Files.createDirectory(barrier());
			link(locks().resolve("packed-refs"), "../" + LIVE + "/packed-refs");
		}
	}

	/**
	 * Creates the logs, once, with the log of the stashes: git finds stashes only by
	 * their log.
	 */
	private void prepareLogs(Path stashes) throws IOException {
		if (Files.isDirectory(logs(), LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		Files.createDirectories(logs().resolve("refs"));
		if (Files.isRegularFile(stashes, LinkOption.NOFOLLOW_LINKS)) {
			Files.copy(stashes, logs().resolve("refs/stash"));
		}
	}

	private static void link(Path link, String target) throws IOException {
		Path file = Path.of(target);
		if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(file)) {
			Files.deleteIfExists(link);
			Files.createSymbolicLink(link, file);
		}
	}

}

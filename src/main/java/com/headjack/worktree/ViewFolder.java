package com.headjack.worktree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

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

	private static final List<String> LINKED = List.of("HEAD", "config", "config.worktree", "description", "hooks",
			"info", "shallow");

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
	 * Creates the files and folders that do not exist yet.
	 * @param repository the real common folder
	 * @param shared the names of the folders in it that the container may write to
	 * @throws IOException if one of them cannot be created
	 */
	void prepare(Path repository, List<String> shared) throws IOException {
		for (String name : List.of(LIVE, LOCKS, "logs", "worktrees")) {
			Files.createDirectories(common().resolve(name));
		}
		for (String name : shared) {
			Files.createDirectories(common().resolve(name));
		}
		for (String name : LINKED) {
			link(common().resolve(name), LIVE + "/" + name);
		}
		linkPackedReferences();
		Files.createDirectories(worktreeLogs());
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
		if (!Files.isSymbolicLink(link)) {
			Files.createSymbolicLink(link, Path.of(target));
		}
	}

}

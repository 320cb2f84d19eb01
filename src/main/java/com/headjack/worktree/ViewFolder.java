package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A repository's common folder as one container sees it: links to the real one, which is
 * mounted in it to be read, and places for what the container may write.
 *
 * @param folder where it is kept on the host
 */
record ViewFolder(Path folder) {

	/**
	 * Where the real common folder is mounted.
	 */
	static final String LIVE = "live";

	/**
	 * Where git makes the lock of its packed references.
	 */
	static final String LOCKS = "locks";

	private static final List<String> LINKED = List.of("HEAD", "config", "config.worktree", "description", "hooks",
			"info", "shallow");

	/**
	 * Git resolves this many links, then makes its lock beside what it has come to; to
	 * read, it follows them all. So it locks in a folder that can be written to, and
	 * still reads the real file.
	 */
	private static final int RESOLVED_LINKS = 5;

	Path common() {
		return this.folder.resolve("common");
	}

	Path locks() {
		return this.folder.resolve(LOCKS);
	}

	/**
	 * What keeps git from replacing the link to the packed references by a copy, which
	 * would hide what the host changes later.
	 * @return a folder in the place of git's draft
	 */
	Path barrier() {
		return locks().resolve("packed-refs.new");
	}

	/**
	 * The container's own logs of references: git on the host writes the texts of commits
	 * to its logs and follows links there, so a container must not place any.
	 * @return a folder
	 */
	Path logs() {
		return this.folder.resolve("logs");
	}

	Path worktreeLogs() {
		return this.folder.resolve("worktree-logs");
	}

	/**
	 * Makes what is not there yet.
	 * @param repository the real common folder
	 * @param shared the names of the folders in it that the container may write to
	 * @throws IOException if that fails
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
	 * Makes the logs, once: git finds stashes by their log only.
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

package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The references that a container shares with the host: branches, tags and the like.
 * Stashes are no part of them: their list is a log, which both sides would tear apart.
 *
 * @param source the folder of the references on the host
 * @param own the container's own folder of references
 */
record SharedReferences(Path source, Path own) {

	private static final List<String> COMMON = List.of("heads", "tags", "remotes", "notes", "replace");

	private static final String STASH = "stash";

	/**
	 * Returns the mounts.
	 * @param path the path of the references in the container
	 * @return the folders, which the container may write to
	 * @throws IOException if a folder cannot be created
	 */
	List<GitPath> mounts(Path path) throws IOException {
		if (!Files.isDirectory(this.source.resolve("heads"), LinkOption.NOFOLLOW_LINKS)) {
			// They are in the folder "reftable".
			return List.of(new GitPath(this.source, path, true));
		}
		prepare();
		List<GitPath> mounts = new ArrayList<>(List.of(new GitPath(this.own, path, true)));
		for (Path folder : folders()) {
			Files.createDirectories(this.own.resolve(folder.getFileName()));
			mounts.add(new GitPath(folder, path.resolve(folder.getFileName()), true));
		}
		return mounts;
	}

	private void prepare() throws IOException {
		for (String name : COMMON) {
			if (Files.notExists(this.source.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
				Files.createDirectory(this.source.resolve(name));
			}
		}
		if (Files.notExists(this.own, LinkOption.NOFOLLOW_LINKS)) {
			Files.createDirectories(this.own);
			if (Files.isRegularFile(this.source.resolve(STASH), LinkOption.NOFOLLOW_LINKS)) {
				Files.copy(this.source.resolve(STASH), this.own.resolve(STASH));
			}
		}
	}

	private List<Path> folders() throws IOException {
		try (Stream<Path> all = Files.list(this.source)) {
			return all.filter((path) -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
		}
	}

}

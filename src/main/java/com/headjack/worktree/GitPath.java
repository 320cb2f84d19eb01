package com.headjack.worktree;

import java.nio.file.Path;

/**
 * One of git's files or folders, mounted into a container.
 *
 * @param source the file or folder on the host
 * @param path the path in the container
 * @param writable whether the container may write to it
 */
public record GitPath(Path source, Path path, boolean writable) {

	static GitPath writable(Path path) {
		return new GitPath(path, path, true);
	}

	static GitPath readOnly(Path path) {
		return new GitPath(path, path, false);
	}

}

package com.headjack.worktree;

import java.nio.file.Path;

/**
 * A part of git's files as a container sees it.
 *
 * @param source the file or folder on the host
 * @param path where the container sees it
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

package com.headjack.trust;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A worktree of a repository.
 *
 * @param repository the repository's id
 * @param folder the folder that identifies the repository to the user, or {@code null} if
 * it is unknown
 * @param worktree the worktree's folder on the host
 */
public record Place(String repository, @Nullable Path folder, Path worktree) {

	/**
	 * Returns what identifies the repository to the user.
	 */
	String shown() {
		return (this.folder != null) ? this.folder.toString() : this.repository;
	}

}

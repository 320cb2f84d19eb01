package com.headjack.trust;

import java.nio.file.Path;

/**
 * A worktree of a repository.
 *
 * @param repository the repository's id
 * @param worktree the worktree's folder on the host
 */
public record Place(String repository, Path worktree) {

}

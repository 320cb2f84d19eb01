package com.headjack.injection;

/**
 * The folder in which an agent works.
 *
 * @param path its path in the container
 * @param worktree its path on the host, which git's files refer to
 */
public record Workspace(String path, String worktree) {

}

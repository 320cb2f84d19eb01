package com.headjack.injection;

/**
 * Where an agent works in its container.
 *
 * @param path the folder
 * @param worktree the same folder by its path on the host, which git names
 */
public record Workspace(String path, String worktree) {

}

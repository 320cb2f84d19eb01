package com.headjack.worktree;

import java.nio.file.Path;

/**
 * A branch's own working tree.
 *
 * @param repository the repository it belongs to
 * @param branch the branch it was made for
 * @param path its folder
 * @param gitDirectory the folder in the repository that holds its index and its HEAD
 */
public record Worktree(Repository repository, BranchName branch, Path path, Path gitDirectory) {

}

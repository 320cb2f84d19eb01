package com.headjack.worktree;

/**
 * A worktree that is ready for use, and whether it is new.
 *
 * @param worktree the worktree
 * @param worktreeCreated whether its folder was created
 * @param branchCreated whether its branch was created
 */
public record Checkout(Worktree worktree, boolean worktreeCreated, boolean branchCreated) {

}

package com.headjack.worktree;

/**
 * A worktree that is ready, and what had to be made for it.
 *
 * @param worktree the worktree
 * @param worktreeCreated whether its folder was made
 * @param branchCreated whether its branch was made
 */
public record Checkout(Worktree worktree, boolean worktreeCreated, boolean branchCreated) {

}

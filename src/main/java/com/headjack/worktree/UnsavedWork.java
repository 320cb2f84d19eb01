package com.headjack.worktree;

/**
 * Work in a worktree that is nowhere else.
 *
 * @param uncommittedFiles how many files or new folders are changed and not committed
 * @param unpushedCommits how many commits are on no remote and no other branch
 */
public record UnsavedWork(int uncommittedFiles, int unpushedCommits) {

	/**
	 * Whether there is no such work.
	 * @return whether nothing is lost with the worktree
	 */
	public boolean none() {
		return this.uncommittedFiles == 0 && this.unpushedCommits == 0;
	}

}

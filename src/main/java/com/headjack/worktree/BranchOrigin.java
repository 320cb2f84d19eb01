package com.headjack.worktree;

/**
 * The origin of a branch that is to be checked out.
 */
sealed interface BranchOrigin {

	/**
	 * Returns whether the branch has to be created.
	 * @return {@code true} if it does not exist yet
	 */
	default boolean createsBranch() {
		return !(this instanceof Local);
	}

	/**
	 * The branch exists.
	 */
	record Local() implements BranchOrigin {

	}

	/**
	 * The branch is new and tracks a remote's branch of the same name.
	 *
	 * @param reference the full reference of the remote's branch
	 */
	record Remote(String reference) implements BranchOrigin {

	}

	/**
	 * The branch is new.
	 *
	 * @param id the commit that it starts at
	 */
	record Commit(String id) implements BranchOrigin {

	}

}

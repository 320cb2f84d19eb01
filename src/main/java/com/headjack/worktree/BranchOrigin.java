package com.headjack.worktree;

/**
 * Where the commits of a branch come from when it is checked out.
 */
sealed interface BranchOrigin {

	/**
	 * Whether the branch has to be made.
	 * @return whether it is not there yet
	 */
	default boolean createsBranch() {
		return !(this instanceof Local);
	}

	/**
	 * The branch is there.
	 */
	record Local() implements BranchOrigin {

	}

	/**
	 * A remote has a branch of this name, which the new one tracks.
	 *
	 * @param reference the remote's branch
	 */
	record Remote(String reference) implements BranchOrigin {

	}

	/**
	 * The branch is new.
	 *
	 * @param id the commit that it begins with
	 */
	record Commit(String id) implements BranchOrigin {

	}

}

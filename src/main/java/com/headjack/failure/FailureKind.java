package com.headjack.failure;

/**
 * The kinds of failure, which callers see as exit codes.
 */
public enum FailureKind {

	/**
	 * The operation failed.
	 */
	FAILED,

	/**
	 * The request is invalid.
	 */
	MISUSED,

	/**
	 * The requested thing does not exist or is not configured.
	 */
	NOT_FOUND,

	/**
	 * A dependency is missing: an engine, a store, git, tmux.
	 */
	UNAVAILABLE

}

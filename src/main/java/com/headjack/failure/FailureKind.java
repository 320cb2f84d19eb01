package com.headjack.failure;

/**
 * What went wrong, as a caller tells failures apart.
 */
public enum FailureKind {

	/**
	 * It was tried and failed.
	 */
	FAILED,

	/**
	 * The request was wrong.
	 */
	MISUSED,

	/**
	 * What was asked for is not there or not configured.
	 */
	NOT_FOUND,

	/**
	 * Something of the environment is missing: an engine, a store, git, tmux.
	 */
	UNAVAILABLE

}

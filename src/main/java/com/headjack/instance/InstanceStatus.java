package com.headjack.instance;

import java.util.Locale;

/**
 * How an instance is.
 */
public enum InstanceStatus {

	/**
	 * Its container runs.
	 */
	RUNNING,

	/**
	 * Its container is stopped.
	 */
	STOPPED,

	/**
	 * Its worktree is there, its container is gone.
	 */
	MISSING;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

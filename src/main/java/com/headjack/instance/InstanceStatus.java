package com.headjack.instance;

import java.util.Locale;

/**
 * The status of an instance.
 */
public enum InstanceStatus {

	/**
	 * Its container is running.
	 */
	RUNNING,

	/**
	 * Its container is stopped.
	 */
	STOPPED,

	/**
	 * It has a worktree but no container.
	 */
	MISSING;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

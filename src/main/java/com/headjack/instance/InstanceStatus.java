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
	 * Its container is paused. Its programs wait until it goes on.
	 */
	PAUSED,

	/**
	 * Its container is stopped.
	 */
	STOPPED,

	/**
	 * It has a worktree but no container.
	 */
	MISSING,

	/**
	 * Its engine does not answer, so that nothing is known of its container.
	 */
	UNREACHABLE,

	/**
	 * Its repository is no longer where it was.
	 */
	MOVED,

	/**
	 * It has a container, but its worktree is gone, or git does not know it any more.
	 */
	ORPHANED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}

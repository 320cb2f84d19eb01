package com.headjack.worktree;

import java.util.List;

import com.headjack.process.Deadline;

/**
 * A git command.
 */
sealed interface GitCommand permits ConfigurationCommand, ReferenceCommand, WorkCommand, WorktreeCommand {

	/**
	 * Returns the words after {@code git} and its general options.
	 * @return the words
	 */
	List<String> words();

	/**
	 * Returns how long git may take.
	 * @return the deadline
	 */
	default Deadline deadline() {
		return Deadline.DEFAULT;
	}

}

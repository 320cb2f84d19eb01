package com.headjack.worktree;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.process.Deadline;

/**
 * A git command.
 */
sealed interface GitCommand
		permits ConfigurationCommand, ReferenceCommand, SnapshotCommand, TransferCommand, WorkCommand, WorktreeCommand {

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

	/**
	 * Returns the file that git reads as its stdin.
	 * @return the file, or {@code null} for none
	 */
	default @Nullable Path input() {
		return null;
	}

}

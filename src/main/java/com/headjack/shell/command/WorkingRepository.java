package com.headjack.shell.command;

import java.util.Optional;

import com.headjack.host.HostEnvironment;
import com.headjack.worktree.RepositoryFiles;

/**
 * The repository in the user's working directory, as far as its files tell: git takes too
 * long to start.
 *
 * @param host the machine
 */
record WorkingRepository(HostEnvironment host) {

	/**
	 * Returns the repository's id, or empty if there is none.
	 */
	Optional<String> id() {
		return RepositoryFiles.of(this.host.workingDirectory()).map((files) -> files.repository().id());
	}

}

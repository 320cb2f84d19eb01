package com.headjack.worktree;

import java.nio.file.Path;
import java.util.Optional;

import com.headjack.host.UntrustedFile;

/**
 * A branch's own working tree.
 *
 * @param repository the repository it belongs to
 * @param branch the branch it was made for
 * @param path its folder
 * @param gitDirectory the folder in the repository that holds its index and its HEAD
 */
public record Worktree(Repository repository, BranchName branch, Path path, Path gitDirectory) {

	private static final int LONGEST = 4096;

	private static final String BRANCH = "ref: refs/heads/";

	/**
	 * Returns the branch that is checked out, which need not be the one that the worktree
	 * was made for. Git is not run.
	 * @return the branch, or empty if none is checked out, as during a rebase, or it is
	 * unknown
	 */
	public Optional<BranchName> checkedOut() {
		return new UntrustedFile(this.gitDirectory.resolve("HEAD"), LONGEST).text()
			.map(String::stripTrailing)
			.filter((head) -> head.startsWith(BRANCH))
			.flatMap((head) -> BranchName.from(head.substring(BRANCH.length())));
	}

}

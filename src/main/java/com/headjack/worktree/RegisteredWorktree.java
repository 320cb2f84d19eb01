package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A worktree in git's list.
 *
 * @param path its folder, which may be gone
 * @param reference the full reference of the branch that is checked out, or empty if
 * there is none
 */
record RegisteredWorktree(Path path, String reference) {

	/**
	 * Parses git's list of worktrees.
	 * @param output the output of git
	 * @return the worktrees, the main one first
	 */
	static List<RegisteredWorktree> parse(String output) {
		List<RegisteredWorktree> worktrees = new ArrayList<>();
		for (String line : output.lines().toList()) {
			if (line.startsWith("worktree ")) {
				worktrees.add(new RegisteredWorktree(Path.of(line.substring("worktree ".length())), ""));
			}
			else if (line.startsWith("branch ")) {
				Path path = worktrees.removeLast().path();
				worktrees.add(new RegisteredWorktree(path, line.substring("branch ".length())));
			}
		}
		return worktrees;
	}

}

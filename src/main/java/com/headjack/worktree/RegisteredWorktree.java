package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A worktree as git lists it.
 *
 * @param path its folder, which may be gone
 * @param reference the branch that is checked out, or empty if there is none
 */
record RegisteredWorktree(Path path, String reference) {

	/**
	 * Reads the list.
	 * @param output what git printed
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

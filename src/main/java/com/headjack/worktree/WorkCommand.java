package com.headjack.worktree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A git command that asks for the work in a worktree.
 */
sealed interface WorkCommand extends GitCommand {

	/**
	 * Asks for the files that are not committed. Submodules are not inspected: git would
	 * use their configuration, which a container can write.
	 */
	record ListUncommitted() implements WorkCommand {

		@Override
		public List<String> words() {
			return List.of("status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=dirty",
					"--no-renames");
		}

	}

	/**
	 * Asks for all tracked files with their modes.
	 */
	record ListTracked() implements WorkCommand {

		@Override
		public List<String> words() {
			return List.of("ls-files", "--stage", "-z");
		}

	}

	/**
	 * Counts the commits that are on no remote and no other branch. References to what is
	 * missing or broken are ignored: a container can leave them.
	 *
	 * @param branch the branch that is checked out, or empty if there is none
	 */
	record CountUnpushed(Optional<String> branch) implements WorkCommand {

		@Override
		public List<String> words() {
			return unpushed(List.of("rev-list", "--count"), this.branch);
		}

		private static List<String> unpushed(List<String> command, Optional<String> branch) {
			List<String> words = new ArrayList<>(command);
			words.addAll(List.of("HEAD", "--ignore-missing", "--not", "--remotes"));
			branch.ifPresent((name) -> words.add("--exclude=" + name));
			words.add("--branches");
			return words;
		}

	}

	/**
	 * Asks for the last of the commits that are on no remote and no other branch.
	 *
	 * @param branch the branch that is checked out, or empty if there is none
	 * @param most the number of commits
	 */
	record ListUnpushed(Optional<String> branch, int most) implements WorkCommand {

		@Override
		public List<String> words() {
			return CountUnpushed.unpushed(
					List.of("rev-list", "--oneline", "--no-color", "--encoding=UTF-8", "--max-count=" + this.most),
					this.branch);
		}

	}

	/**
	 * Asks for the lines of committed files that give filters and merge drivers to files.
	 */
	record FindAttributes() implements WorkCommand {

		@Override
		public List<String> words() {
			return List.of("grep", "-h", "-I", "--no-color", "--no-line-number", "--no-column",
					"--no-recurse-submodules", "-E", "-e", "(filter|merge)=", "--", ":(glob,top)**/.gitattributes");
		}

	}

}

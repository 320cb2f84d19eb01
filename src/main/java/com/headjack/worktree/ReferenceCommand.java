package com.headjack.worktree;

import java.util.List;
import java.util.stream.Stream;

/**
 * A git command for a repository and its references.
 */
sealed interface ReferenceCommand extends GitCommand {

	/**
	 * Asks for the folder that all worktrees of a repository share.
	 */
	record FindCommonDirectory() implements ReferenceCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--path-format=absolute", "--git-common-dir");
		}

	}

	/**
	 * Asks for the top folder of a working tree, and its git directory.
	 */
	record FindWorkingTree() implements ReferenceCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--path-format=absolute", "--show-toplevel", "--git-dir");
		}

	}

	/**
	 * Asks for the commit that is checked out.
	 */
	record ResolveHead() implements ReferenceCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
		}

	}

	/**
	 * Asks for the branch that is checked out.
	 */
	record ShowHeadBranch() implements ReferenceCommand {

		@Override
		public List<String> words() {
			return List.of("symbolic-ref", "--quiet", "HEAD");
		}

	}

	/**
	 * Asks for the names of references.
	 *
	 * @param patterns the patterns of the references
	 */
	record ListReferences(List<String> patterns) implements ReferenceCommand {

		@Override
		public List<String> words() {
			return Stream.concat(Stream.of("for-each-ref", "--format=%(refname)"), this.patterns.stream()).toList();
		}

	}

	/**
	 * Deletes a branch.
	 *
	 * @param branch the branch
	 */
	record DeleteBranch(BranchName branch) implements ReferenceCommand {

		@Override
		public List<String> words() {
			return List.of("branch", "--quiet", "-D", "--", this.branch.value());
		}

	}

}

package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that git is asked to do.
 */
sealed interface GitCommand {

	/**
	 * The words behind {@code git} and its general options.
	 * @return the words
	 */
	List<String> words();

	/**
	 * Asks where the folder is that all worktrees of a repository share.
	 */
	record FindCommonDirectory() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--path-format=absolute", "--git-common-dir");
		}

	}

	/**
	 * Asks for the commit that is checked out.
	 */
	record ResolveHead() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
		}

	}

	/**
	 * Asks for the branch that is checked out.
	 */
	record ShowHeadBranch() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("symbolic-ref", "--quiet", "HEAD");
		}

	}

	/**
	 * Asks for the names of references.
	 *
	 * @param patterns which ones
	 */
	record ListReferences(List<String> patterns) implements GitCommand {

		@Override
		public List<String> words() {
			return Stream.concat(Stream.of("for-each-ref", "--format=%(refname)"), this.patterns.stream()).toList();
		}

	}

	/**
	 * Asks for all worktrees of a repository.
	 */
	record ListWorktrees() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("worktree", "list", "--porcelain");
		}

	}

	/**
	 * Checks a branch out into a new worktree.
	 *
	 * @param path the new folder
	 * @param branch the branch
	 * @param origin where a branch that is not there yet begins
	 * @param again whether git knows a worktree in this folder whose files are gone
	 */
	record AddWorktree(Path path, BranchName branch, BranchOrigin origin, boolean again) implements GitCommand {

		@Override
		public List<String> words() {
			List<String> words = new ArrayList<>(List.of("worktree", "add", "--quiet"));
			if (this.again) {
				words.add("--force");
			}
			switch (this.origin) {
				case BranchOrigin.Local() -> words.addAll(List.of("--", target(), this.branch.value()));
				case BranchOrigin.Remote(String reference) -> {
					words.addAll(List.of("--track", "-b", this.branch.value()));
					words.addAll(List.of("--", target(), reference));
				}
				case BranchOrigin.Commit(String id) -> {
					words.addAll(List.of("--no-track", "-b", this.branch.value()));
					words.addAll(List.of("--", target(), id));
				}
			}
			return words;
		}

		private String target() {
			return this.path.toString();
		}

	}

	/**
	 * Removes a worktree with all that is in it; its branch stays.
	 *
	 * @param path its folder
	 * @param evenIfLocked whether a lock does not matter
	 */
	record RemoveWorktree(Path path, boolean evenIfLocked) implements GitCommand {

		@Override
		public List<String> words() {
			List<String> words = new ArrayList<>(List.of("worktree", "remove", "--force"));
			if (this.evenIfLocked) {
				words.add("--force");
			}
			words.addAll(List.of("--", this.path.toString()));
			return words;
		}

	}

	/**
	 * Deletes a branch.
	 *
	 * @param branch the branch
	 */
	record DeleteBranch(BranchName branch) implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("branch", "--quiet", "-D", "--", this.branch.value());
		}

	}

	/**
	 * Asks for the files that are not committed. Looks into no submodule: that would run
	 * git under a configuration that a container can write to.
	 */
	record ListUncommitted() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=dirty",
					"--no-renames");
		}

	}

	/**
	 * Asks for all tracked files with their modes.
	 */
	record ListTracked() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("ls-files", "--stage", "-z");
		}

	}

	/**
	 * Counts the commits that are on no remote and no other branch.
	 *
	 * @param branch the branch that is checked out, or empty if there is none
	 */
	record CountUnpushed(Optional<String> branch) implements GitCommand {

		@Override
		public List<String> words() {
			List<String> words = new ArrayList<>(List.of("rev-list", "--count", "HEAD", "--not", "--remotes"));
			this.branch.ifPresent((name) -> words.add("--exclude=" + name));
			words.add("--branches");
			return words;
		}

	}

	/**
	 * Asks who makes commits.
	 */
	record ShowIdentity() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--null", "--get-regexp", "^user\\.(name|email)$");
		}

	}

}

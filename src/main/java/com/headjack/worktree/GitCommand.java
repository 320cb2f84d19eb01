package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.process.Deadline;

/**
 * A git command.
 */
sealed interface GitCommand {

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
	 * Asks for the folder that all worktrees of a repository share.
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
	 * @param patterns the patterns of the references
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
	 * @param origin where the branch comes from
	 * @param again whether git has already registered a worktree in this folder, whose
	 * files are gone
	 */
	record AddWorktree(Path path, BranchName branch, BranchOrigin origin, boolean again) implements GitCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			List<String> words = new ArrayList<>(List.of("worktree", "add", "--quiet"));
			if (this.again) {
				// Twice, since the lost worktree may be locked.
				words.addAll(List.of("--force", "--force"));
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
	 * Registers a worktree without files.
	 *
	 * @param path the new folder
	 * @param branch the branch, which exists
	 */
	record RegisterWorktree(Path path, BranchName branch) implements GitCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("worktree", "add", "--quiet", "--no-checkout", "--", this.path.toString(),
					this.branch.value());
		}

	}

	/**
	 * Makes the index of a worktree anew, without changing its files.
	 */
	record FillIndex() implements GitCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("read-tree", "HEAD");
		}

	}

	/**
	 * Removes a worktree with all of its content. Its branch is kept.
	 *
	 * @param path its folder
	 * @param evenIfLocked whether to remove it even if it is locked
	 */
	record RemoveWorktree(Path path, boolean evenIfLocked) implements GitCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

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
	 * Asks for the files that are not committed. Submodules are not inspected: git would
	 * use their configuration, which a container can write.
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
			return unpushed(List.of("rev-list", "--count"), this.branch);
		}

		private static List<String> unpushed(List<String> command, Optional<String> branch) {
			List<String> words = new ArrayList<>(command);
			words.addAll(List.of("HEAD", "--not", "--remotes"));
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
	record ListUnpushed(Optional<String> branch, int most) implements GitCommand {

		@Override
		public List<String> words() {
			return CountUnpushed.unpushed(
					List.of("rev-list", "--oneline", "--no-color", "--encoding=UTF-8", "--max-count=" + this.most),
					this.branch);
		}

	}

	/**
	 * Asks for the settings of the repository itself.
	 */
	record ListSettings() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--local", "--includes", "--null", "--list");
		}

	}

	/**
	 * Asks for the settings in a file, without the files that it includes.
	 *
	 * @param file the file
	 */
	record ListSettingsIn(Path file) implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--file", this.file.toString(), "--no-includes", "--null", "--list");
		}

	}

	/**
	 * Sets or removes a setting of the repository.
	 *
	 * @param key its key
	 * @param value its value, or empty to remove it
	 */
	record ChangeSetting(String key, Optional<String> value) implements GitCommand {

		@Override
		public List<String> words() {
			return this.value.map((text) -> List.of("config", "--local", "--replace-all", this.key, text))
				.orElseGet(() -> List.of("config", "--local", "--unset-all", this.key));
		}

	}

	/**
	 * Asks for the remote whose branch counts if several have it.
	 */
	record ShowDefaultRemote() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--get", "checkout.defaultRemote");
		}

	}

	/**
	 * Asks for the configuration, with all files that it includes.
	 */
	record ListConfiguration() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--list", "--null", "--show-scope", "--includes");
		}

	}

	/**
	 * Asks for the programs of all filters.
	 */
	record ListFilters() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("config", "--null", "--get-regexp", "^filter\\..*\\.(clean|process)$");
		}

	}

	/**
	 * Asks whom git takes for the committer.
	 */
	record GuessCommitter() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("var", "GIT_COMMITTER_IDENT");
		}

	}

	/**
	 * Writes the index anew.
	 */
	record RewriteIndex() implements GitCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("update-index", "-q", "--refresh", "--force-write-index");
		}

	}

	/**
	 * Asks for the lines of committed files that give filters and merge drivers to files.
	 */
	record FindAttributes() implements GitCommand {

		@Override
		public List<String> words() {
			return List.of("grep", "-h", "-I", "--no-color", "--no-line-number", "--no-column",
					"--no-recurse-submodules", "-E", "-e", "(filter|merge)=", "--", ":(glob,top)**/.gitattributes");
		}

	}

}

package com.headjack.worktree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.headjack.process.Deadline;

/**
 * A git command for worktrees and their indexes.
 */
sealed interface WorktreeCommand extends GitCommand {

	/**
	 * Asks for all worktrees of a repository.
	 */
	record ListWorktrees() implements WorktreeCommand {

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
	record AddWorktree(Path path, BranchName branch, BranchOrigin origin, boolean again) implements WorktreeCommand {

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
	record RegisterWorktree(Path path, BranchName branch) implements WorktreeCommand {

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
	 * Removes a worktree with all of its content. Its branch is kept.
	 *
	 * @param path its folder
	 * @param evenIfLocked whether to remove it even if it is locked
	 */
	record RemoveWorktree(Path path, boolean evenIfLocked) implements WorktreeCommand {

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
	 * Makes the index of a worktree anew, without changing its files.
	 */
	record FillIndex() implements WorktreeCommand {

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
	 * Writes the index anew.
	 */
	record RewriteIndex() implements WorktreeCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("update-index", "-q", "--refresh", "--force-write-index");
		}

	}

}

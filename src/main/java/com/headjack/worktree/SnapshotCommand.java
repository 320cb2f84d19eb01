package com.headjack.worktree;

import java.util.List;

import com.headjack.process.Deadline;

/**
 * A git command that makes a commit of files that are not committed, or takes files from
 * one.
 */
sealed interface SnapshotCommand extends GitCommand {

	@Override
	default Deadline deadline() {
		return Deadline.LONG;
	}

	/**
	 * Asks for the file of the index.
	 */
	record FindIndex() implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--path-format=absolute", "--git-path", "index");
		}

	}

	/**
	 * Takes all files into the index.
	 */
	record AddAll() implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("-c", "advice.addEmbeddedRepo=false", "add", "--all");
		}

	}

	/**
	 * Makes a tree of the index.
	 */
	record WriteTree() implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("write-tree");
		}

	}

	/**
	 * Makes a commit of a tree.
	 *
	 * @param tree the tree
	 * @param parent the commit before
	 */
	record CommitTree(String tree, String parent) implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("commit-tree", this.tree, "-p", this.parent, "-m", "Uncommitted work");
		}

	}

	/**
	 * Asks for the commit before another.
	 *
	 * @param id the other commit
	 */
	record ShowParent(String id) implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--verify", "--quiet", this.id + "^1^{commit}");
		}

	}

	/**
	 * Brings the files from those of the commit that is checked out to those of another.
	 *
	 * @param id the other commit
	 */
	record ReadTree(String id) implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("read-tree", "-m", "-u", "HEAD", this.id);
		}

	}

	/**
	 * Brings the index to the commit that is checked out, and leaves the files.
	 */
	record ResetIndex() implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("reset", "--quiet");
		}

	}

}

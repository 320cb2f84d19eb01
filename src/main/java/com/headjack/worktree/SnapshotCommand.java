package com.headjack.worktree;

import java.util.ArrayList;
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
	 * Takes all files into the index.
	 *
	 * @param leftOut the paths that stay as the index has them
	 */
	record AddAll(List<String> leftOut) implements SnapshotCommand {

		@Override
		public List<String> words() {
			List<String> words = new ArrayList<>(
					List.of("-c", "advice.addEmbeddedRepo=false", "add", "--all", "--", ":(top)"));
			this.leftOut.forEach((path) -> words.add(":(top,exclude,literal)" + path));
			return words;
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
	 * Asks for the tree of a commit, and the commit before it.
	 *
	 * @param id the commit
	 */
	record ShowState(String id) implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", this.id + "^{tree}", this.id + "^1");
		}

	}

	/**
	 * Brings the files from those of one commit to those of another.
	 *
	 * @param from the commit that they are of
	 * @param to the other commit
	 */
	record ReadTree(String from, String to) implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("read-tree", "-m", "-u", this.from, this.to);
		}

	}

	/**
	 * Brings the index to a commit, and leaves the files.
	 *
	 * @param id the commit
	 */
	record LoadTree(String id) implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("read-tree", this.id);
		}

	}

	/**
	 * Has the index know which files are as it has them.
	 */
	record RefreshIndex() implements SnapshotCommand {

		@Override
		public List<String> words() {
			return List.of("update-index", "-q", "--refresh", "--ignore-submodules");
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

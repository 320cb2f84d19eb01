package com.headjack.worktree;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.process.Deadline;

/**
 * A git command that carries commits from one repository to another.
 */
sealed interface TransferCommand extends GitCommand {

	/**
	 * Asks for the hash function of a repository.
	 */
	record ShowFormat() implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("rev-parse", "--show-object-format");
		}

	}

	/**
	 * Asks for references with the objects that they name.
	 *
	 * @param references the references
	 */
	record ListObjects(List<String> references) implements TransferCommand {

		private static final String FORM = "--format=%(objectname) %(refname)";

		@Override
		public List<String> words() {
			return Stream.concat(Stream.of("for-each-ref", FORM), this.references.stream()).toList();
		}

	}

	/**
	 * Asks for the last tags of a branch's history with the objects that they name.
	 *
	 * @param branch the branch
	 * @param most the number of tags
	 */
	record ListTags(BranchName branch, int most) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("for-each-ref", ListObjects.FORM, "--sort=-creatordate", "--count=" + this.most,
					"--merged=" + this.branch.reference(), "refs/tags");
		}

	}

	/**
	 * Writes references, with what they need, into a file.
	 *
	 * @param file the file
	 * @param references the references
	 * @param present the objects that the other repository has
	 */
	record CreateBundle(Path file, List<String> references, Collection<String> present) implements TransferCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			List<String> words = new ArrayList<>(List.of("bundle", "create", "--quiet", this.file.toString()));
			words.add("--ignore-missing");
			words.addAll(this.references);
			words.add("--not");
			words.addAll(this.present);
			return words;
		}

	}

	/**
	 * Takes the objects of a pack in, and checks them.
	 *
	 * @param input the file with the pack
	 */
	record TakeIn(Path input) implements TransferCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("index-pack", "--stdin", "--fix-thin", "--strict");
		}

	}

	/**
	 * Checks that a commit is there with all that it needs.
	 *
	 * @param id the commit
	 */
	record CheckCommit(String id) implements TransferCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("rev-list", "--objects", "--quiet", this.id + "^{commit}", "--not", "--all");
		}

	}

	/**
	 * Has a reference name a commit, and keeps what it named before in its log.
	 *
	 * @param reference the reference
	 * @param id the commit
	 */
	record SetReference(String reference, String id) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("update-ref", "--create-reflog", "-m", "hjk pull", this.reference, this.id);
		}

	}

	/**
	 * Deletes a reference.
	 *
	 * @param reference the reference
	 */
	record DeleteReference(String reference) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("update-ref", "-d", this.reference);
		}

	}

	/**
	 * Asks whether the history of one commit holds another.
	 *
	 * @param earlier the other commit
	 * @param later the commit
	 */
	record IsAncestor(String earlier, String later) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("merge-base", "--is-ancestor", this.earlier, this.later);
		}

	}

	/**
	 * Asks for the files in which two commits differ.
	 *
	 * @param before the earlier one
	 * @param after the later one
	 */
	record ListNewFiles(String before, String after) implements TransferCommand {

		private static final Deadline SHORT = new Deadline(Duration.ofSeconds(30), Duration.ofSeconds(10));

		@Override
		public Deadline deadline() {
			return SHORT;
		}

		@Override
		public List<String> words() {
			return List.of("diff-tree", "-r", "--raw", "--no-renames", "--no-abbrev", "--no-commit-id", this.before,
					this.after);
		}

	}

	/**
	 * Asks for the sizes of objects.
	 *
	 * @param input a file with their ids, one a line
	 */
	record ShowSizes(Path input) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("cat-file", "--batch-check=%(objectname) %(objectsize)");
		}

	}

	/**
	 * Counts the commits between two.
	 *
	 * @param earlier the earlier one
	 * @param later the later one
	 */
	record CountCommits(String earlier, String later) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("rev-list", "--count", this.earlier + ".." + this.later);
		}

	}

	/**
	 * Asks for the tracked files that are changed.
	 */
	record ListChanged() implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("status", "--porcelain", "-z", "--untracked-files=no", "--ignore-submodules=dirty",
					"--no-renames");
		}

	}

	/**
	 * Brings the branch that is checked out, and its files, to a later commit.
	 *
	 * @param id the commit
	 */
	record FastForward(String id) implements TransferCommand {

		@Override
		public Deadline deadline() {
			return Deadline.LONG;
		}

		@Override
		public List<String> words() {
			return List.of("merge", "--ff-only", "--quiet", "--no-verify-signatures", this.id);
		}

	}

	/**
	 * Brings a branch that is checked out nowhere to a later commit.
	 *
	 * @param reference a reference that names the commit
	 * @param branch the branch
	 */
	record MoveBranch(String reference, BranchName branch) implements TransferCommand {

		@Override
		public List<String> words() {
			return List.of("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", ".",
					this.reference + ":" + this.branch.reference());
		}

	}

}

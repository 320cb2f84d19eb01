package com.headjack.worktree;

import java.util.List;
import java.util.Optional;

/**
 * What has come back from a copy of a repository.
 *
 * @param commits the number of commits that the branch has got
 * @param aside why the copy's commits are not on the branch, or empty if they are
 * @param references the references that now name other work of the copy
 * @param left the files and folders of the copy that do not come back
 */
public record Returned(int commits, Optional<Aside> aside, List<Reference> references, List<String> left) {

	/**
	 * Nothing that is new.
	 */
	public static final Returned NOTHING = new Returned(0, Optional.empty(), List.of(), List.of());

	public Returned {
		references = List.copyOf(references);
		left = List.copyOf(left);
	}

	/**
	 * Returns the same with files and folders that do not come back.
	 * @param paths their paths in the copy
	 * @return the result
	 */
	public Returned leaving(List<String> paths) {
		return new Returned(this.commits, this.aside, this.references, paths);
	}

	/**
	 * Commits that are not on their branch.
	 *
	 * @param reference the reference that names the last of them
	 * @param reason why, as the end of a sentence
	 */
	public record Aside(String reference, String reason) {
	}

	/**
	 * A reference to work that is on no branch.
	 *
	 * @param name its name
	 * @param kind what it names
	 * @param branch the branch's name in the copy, or an empty text
	 */
	public record Reference(String name, TransferTip.Kind kind, String branch) {
	}

}

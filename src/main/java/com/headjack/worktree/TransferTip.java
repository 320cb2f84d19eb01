package com.headjack.worktree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit in a copy of a repository, with what it is there. The copy may be hostile.
 *
 * @param id the commit
 * @param kind what it is
 * @param name the branch's name or the stash's number, or an empty text
 */
public record TransferTip(String id, Kind kind, String name) {

	private static final Pattern FORM = Pattern
		.compile("([0-9a-f]{40}|[0-9a-f]{64}) (?:(heads)/(.+)|(stash)/(\\d{1,4})|(uncommitted|detached))");

	/**
	 * What a commit is in a copy.
	 */
	public enum Kind {

		/**
		 * The last commit of a branch.
		 */
		HEADS,

		/**
		 * Changes that were put aside.
		 */
		STASH,

		/**
		 * The changes of files that are not committed.
		 */
		UNCOMMITTED,

		/**
		 * A commit that is checked out without a branch.
		 */
		DETACHED

	}

	/**
	 * Reads a line that names a commit.
	 * @param line the line, such as {@code ID heads/main}
	 * @return the commit, or empty if the line has another form
	 */
	public static Optional<TransferTip> parse(String line) {
		Matcher matcher = FORM.matcher(line);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String id = matcher.group(1);
		if (matcher.group(2) != null) {
			return BranchName.from(matcher.group(3)).map((name) -> new TransferTip(id, Kind.HEADS, name.value()));
		}
		if (matcher.group(4) != null) {
			return Optional.of(new TransferTip(id, Kind.STASH, matcher.group(5)));
		}
		return Optional
			.of(new TransferTip(id, matcher.group(6).equals("detached") ? Kind.DETACHED : Kind.UNCOMMITTED, ""));
	}

}

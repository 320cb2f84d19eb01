package com.headjack.worktree;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Work in a worktree that is nowhere else.
 *
 * @param uncommittedFiles how many files or new folders are changed and not committed
 * @param unpushedCommits how many commits are on no remote and no other branch
 */
public record UnsavedWork(int uncommittedFiles, int unpushedCommits) {

	/**
	 * Whether there is no such work.
	 * @return whether nothing is lost with the worktree
	 */
	public boolean none() {
		return this.uncommittedFiles == 0 && this.unpushedCommits == 0;
	}

	/**
	 * The work within a sentence.
	 * @return such as {@code 1 uncommitted file and 2 unpushed commits}
	 */
	@Override
	public String toString() {
		String text = Stream
			.of(counted(this.uncommittedFiles, "uncommitted file"), counted(this.unpushedCommits, "unpushed commit"))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(" and "));
		return text.isEmpty() ? "no unsaved work" : text;
	}

	private static String counted(int count, String noun) {
		return switch (count) {
			case 0 -> "";
			case 1 -> "1 " + noun;
			default -> count + " " + noun + "s";
		};
	}

}

package com.headjack.worktree;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Work that exists only in a worktree.
 *
 * @param uncommittedFiles the number of uncommitted files; a new folder counts as one
 * @param unpushedCommits the number of commits that are on no remote and no other branch
 * @param stashes the number of stashes that were made in the container
 * @param files the first of these files, each after its state as git tells it
 * @param commits the last of these commits, each with its subject
 */
public record UnsavedWork(int uncommittedFiles, int unpushedCommits, int stashes, List<String> files,
		List<String> commits) {

	/**
	 * No such work.
	 */
	public static final UnsavedWork NONE = new UnsavedWork(0, 0, 0, List.of(), List.of());

	/**
	 * The number of files and of commits that are named.
	 */
	static final int NAMED = 10;

	public UnsavedWork {
		files = List.copyOf(files);
		commits = List.copyOf(commits);
	}

	UnsavedWork withStashes(int number) {
		return new UnsavedWork(this.uncommittedFiles, this.unpushedCommits, number, this.files, this.commits);
	}

	/**
	 * Returns whether there is no such work.
	 * @return {@code true} if nothing would be lost with the worktree
	 */
	public boolean none() {
		return this.uncommittedFiles == 0 && this.unpushedCommits == 0 && this.stashes == 0;
	}

	/**
	 * Returns the work as part of a sentence.
	 * @return a text such as {@code 1 uncommitted file and 2 unpushed commits}
	 */
	@Override
	public String toString() {
		String text = Stream
			.of(counted(this.uncommittedFiles, "uncommitted file"), counted(this.unpushedCommits, "unpushed commit"),
					counted(this.stashes, "stashed change"))
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

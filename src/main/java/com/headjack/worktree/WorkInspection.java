package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for work that exists only in a worktree.
 */
final class WorkInspection {

	private static final String SUBMODULE = "160000 ";

	private final Git git;

	private final Worktree worktree;

	WorkInspection(Git git, Worktree worktree) {
		this.git = git.with(new HostFilters(git, worktree).switchedOff());
		this.worktree = worktree;
	}

	UnsavedWork unsavedWork() {
		return new UnsavedWork(uncommittedFiles(), unpushedCommits(), 0);
	}

	private int uncommittedFiles() {
		long changed = entries(new GitCommand.ListUncommitted()).count();
		// A submodule cannot be inspected safely, so one that is checked out counts as
		// changed.
		long submodules = entries(new GitCommand.ListTracked()).filter((entry) -> entry.startsWith(SUBMODULE))
			.map((entry) -> entry.substring(entry.indexOf('\t') + 1))
			.filter(this::holdsRepository)
			.count();
		return Math.toIntExact(changed + submodules);
	}

	private boolean holdsRepository(String submodule) {
		Path repository = this.worktree.path().resolve(submodule).resolve(".git");
		return Files.exists(repository, LinkOption.NOFOLLOW_LINKS);
	}

	private Stream<String> entries(GitCommand command) {
		String output = this.git.run(this.worktree, command).require();
		return Arrays.stream(output.split("\0", -1)).filter((entry) -> !entry.isEmpty());
	}

	private int unpushedCommits() {
		if (!this.git.run(this.worktree, new GitCommand.ResolveHead()).succeeded()) {
			return 0;
		}
		String head = this.git.run(this.worktree, new GitCommand.ShowHeadBranch()).output().strip();
		Optional<String> branch = head.startsWith("refs/heads/") ? Optional.of(head.substring(11)) : Optional.empty();
		return Integer.parseInt(this.git.run(this.worktree, new GitCommand.CountUnpushed(branch)).require());
	}

}

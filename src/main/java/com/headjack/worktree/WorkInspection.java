package com.headjack.worktree;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
		List<String> files = uncommittedFiles();
		int commits = unpushedCommits();
		return new UnsavedWork(files.size(), commits, 0, files.stream().limit(UnsavedWork.NAMED).toList(),
				(commits > 0) ? lastCommits() : List.of());
	}

	private List<String> uncommittedFiles() {
		// A submodule cannot be inspected safely, so one that is checked out counts as
		// changed.
		Stream<String> submodules = entries(new WorkCommand.ListTracked())
			.filter((entry) -> entry.startsWith(SUBMODULE))
			.map((entry) -> entry.substring(entry.indexOf('\t') + 1))
			.filter(this::holdsRepository)
			.map((submodule) -> " M " + submodule);
		return Stream.concat(entries(new WorkCommand.ListUncommitted()), submodules).toList();
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
		if (!this.git.run(this.worktree, new ReferenceCommand.ResolveHead()).succeeded()) {
			return 0;
		}
		return Integer.parseInt(this.git.run(this.worktree, new WorkCommand.CountUnpushed(branch())).require());
	}

	private List<String> lastCommits() {
		return this.git.run(this.worktree, new WorkCommand.ListUnpushed(branch(), UnsavedWork.NAMED))
			.require()
			.lines()
			.toList();
	}

	private Optional<String> branch() {
		String head = this.git.run(this.worktree, new ReferenceCommand.ShowHeadBranch()).output().strip();
		return head.startsWith("refs/heads/") ? Optional.of(head.substring(11)) : Optional.empty();
	}

}

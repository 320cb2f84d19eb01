package com.headjack.instance;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import com.headjack.failure.FailureKind;
import com.headjack.workspace.WorkspaceCopy;
import com.headjack.worktree.Returned;
import com.headjack.worktree.Worktree;
import com.headjack.worktree.Worktrees;

/**
 * The work of instances whose containers have a copy of the repository, and what the user
 * has to know of it.
 *
 * @param worktrees the worktrees
 * @param copy carries work to a container and back
 */
record CopiedWork(Worktrees worktrees, WorkspaceCopy copy) {

	/**
	 * Gives a container the branch.
	 */
	void send(Path path, String container, InstanceFolder folder, LaunchLog log) {
		Worktree worktree = require(path);
		this.copy.send(worktree, container, folder.path())
			.stream()
			.filter((branch) -> branch.equals(worktree.branch().value()))
			.forEach((branch) -> log.notice(
					"the container's branch %s did not move: it has other commits or changed files; 'git merge refs/headjack/heads/%1$s' in it takes yours in"
						.formatted(branch)));
	}

	/**
	 * Gives a container the files that are not committed, or tells that there are such.
	 * @param wanted whether the user wants it to have them
	 */
	void sendUncommitted(Instance instance, String container, InstanceFolder folder, boolean wanted, LaunchLog log) {
		Worktree worktree = require(instance.worktree());
		if (!wanted && this.worktrees.hasUncommitted(worktree)) {
			log.notice("uncommitted work in %s stays here; 'hjk run %s --with-changes' gives it to the container"
				.formatted(worktree.path(), instance.quotedBranch()));
		}
		if (wanted && !this.copy.sendUncommitted(worktree, container, folder.path())) {
			log.notice("the container has changed files or other commits, and keeps its files; "
					+ "'git cherry-pick --no-commit refs/headjack/sent' in it takes your uncommitted work in");
		}
	}

	/**
	 * Tells what a new copy lacks.
	 */
	static void tellWhatIsMissing(Worktree worktree, Worktrees worktrees, LaunchLog log) {
		if (Files.exists(worktree.path().resolve(".gitmodules"), LinkOption.NOFOLLOW_LINKS)) {
			log.notice("submodules do not travel: the container has their folders, without files");
		}
		if (worktrees.attributes(worktree).contains("filter=lfs")) {
			log.notice("large files of git-lfs do not travel: the container has their pointers");
		}
	}

	/**
	 * Brings a container's work back, and tells where it is.
	 * @return what is new
	 */
	Returned bring(Instance instance, String container, InstanceFolder folder, LaunchLog log) {
		Returned returned = this.copy.bring(require(instance.worktree()), container, folder.path());
		returned.aside()
			.ifPresent((aside) -> log.notice("the container's commits of %s are in %s, not on the branch: %s"
				.formatted(instance.branch(), aside.reference(), aside.reason())));
		returned.references().forEach((reference) -> log.notice(line(reference)));
		returned.left()
			.forEach((left) -> log.notice(
					"%s in the container does not come back: it is a repository of its own, or git there cannot take it"
						.formatted(left)));
		return returned;
	}

	private static String line(Returned.Reference reference) {
		String what = switch (reference.kind()) {
			case HEADS -> "the container's branch " + reference.branch();
			case STASH -> "a stash of the container";
			case UNCOMMITTED -> "the container's uncommitted work";
			case DETACHED -> "the commit that is checked out in the container";
		};
		return what + " is in " + reference.name();
	}

	private Worktree require(Path path) {
		return this.worktrees.at(path)
			.orElseThrow(() -> new InstanceException(FailureKind.UNAVAILABLE,
					"there is no worktree to bring the work to: " + path,
					"run 'hjk run' for the branch, which makes it anew"));
	}

}

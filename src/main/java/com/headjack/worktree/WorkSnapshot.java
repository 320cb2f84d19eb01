package com.headjack.worktree;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.process.CommandResult;

/**
 * Makes a commit of the files in a working tree that are not committed. It is on no
 * branch, and the working tree and its index stay as they are.
 *
 * @param git runs git
 * @param tree the working tree
 * @param own whether no container ever wrote it
 */
record WorkSnapshot(Git git, Worktree tree, boolean own) {

	private static final String SUBMODULE = "160000 ";

	private static final Map<String, String> AUTHOR = Map.of("user.name", "Headjack", "user.email",
			"headjack@localhost");

	/**
	 * Makes the commit.
	 * @return its id, or empty if all files are committed
	 * @throws HeadjackException if git cannot take a file, or there is no commit to begin
	 * with
	 */
	Optional<String> make() {
		return InspectionFolder.inspect(this.tree, (copy) -> this.own ? make(this.git, copy, List.of())
				: make(withoutFilters(copy), copy, submodules(copy)));
	}

	/**
	 * A container can have written what filters of the host would run.
	 */
	private Git withoutFilters(Worktree copy) {
		return this.git.with(new HostFilters(this.git, copy).switchedOff());
	}

	/**
	 * Lists the submodules, which git would run a status in.
	 */
	private List<String> submodules(Worktree copy) {
		String tracked = require(this.git, copy, new WorkCommand.ListTracked());
		return Arrays.stream(tracked.split("\0", -1))
			.filter((entry) -> entry.startsWith(SUBMODULE))
			.map((entry) -> entry.substring(entry.indexOf('\t') + 1))
			.toList();
	}

	private Optional<String> make(Git safe, Worktree copy, List<String> leftOut) {
		if (require(safe, copy, new WorkCommand.ListUncommitted()).isEmpty()) {
			return Optional.empty();
		}
		String head = require(safe, copy, new ReferenceCommand.ResolveHead());
		require(safe, copy, new SnapshotCommand.AddAll(leftOut));
		String tree = require(safe, copy, new SnapshotCommand.WriteTree());
		return Optional.of(require(this.git.with(AUTHOR), copy, new SnapshotCommand.CommitTree(tree, head)));
	}

	private static String require(Git some, Worktree place, GitCommand command) {
		CommandResult result = some.run(place, command);
		if (!result.succeeded()) {
			throw new HeadjackException(FailureKind.FAILED,
					"git cannot take the uncommitted work along: "
							+ result.errors().strip().replaceFirst("(?s)\n.*", ""),
					"commit it, or leave out --with-changes");
		}
		return result.output().stripTrailing();
	}

	/**
	 * Lets the working tree, which has no changes, have those of a commit.
	 * @param id the commit that {@link #make} made
	 * @throws HeadjackException if the working tree is at another commit
	 */
	void apply(String id) {
		String head = require(this.git, this.tree, new ReferenceCommand.ResolveHead());
		if (!head.equals(require(this.git, this.tree, new SnapshotCommand.ShowParent(id)))) {
			throw new HeadjackException(FailureKind.MISUSED,
					"the branch does not begin where the uncommitted work does, which cannot go along",
					"commit it, or leave out --with-changes");
		}
		require(this.git, this.tree, new SnapshotCommand.ReadTree("HEAD", id));
		require(this.git, this.tree, new SnapshotCommand.ResetIndex());
	}

	/**
	 * Takes the changes of a commit out of the working tree again, if it has these and no
	 * others.
	 * @param id the commit that {@link #make} made
	 * @return whether they are taken out
	 */
	boolean revert(String id) {
		if (!make().filter((now) -> state(now).equals(state(id))).isPresent()) {
			return false;
		}
		require(this.git, this.tree, new SnapshotCommand.LoadTree(id));
		require(this.git, this.tree, new SnapshotCommand.RefreshIndex());
		boolean reverted = this.git.run(this.tree, new SnapshotCommand.ReadTree(id, "HEAD")).succeeded();
		require(this.git, this.tree, new SnapshotCommand.ResetIndex());
		return reverted;
	}

	/**
	 * Returns the files of a commit, and the one that it follows.
	 */
	private String state(String id) {
		return require(this.git, this.tree, new SnapshotCommand.ShowState(id));
	}

}

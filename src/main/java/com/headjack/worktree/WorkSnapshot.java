package com.headjack.worktree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.process.CommandResult;

/**
 * Makes a commit of the files in a working tree that are not committed. It is on no
 * branch, and the working tree and its index stay as they are.
 *
 * @param git runs git
 * @param place runs a command of a git in the working tree
 */
record WorkSnapshot(Git git, BiFunction<Git, GitCommand, CommandResult> place) {

	private static final Map<String, String> AUTHOR = Map.of("user.name", "Headjack", "user.email",
			"headjack@localhost");

	static WorkSnapshot of(Git git, Worktree worktree) {
		return new WorkSnapshot(git, (some, command) -> some.run(worktree, command));
	}

	static WorkSnapshot of(Git git, Path folder) {
		return new WorkSnapshot(git, (some, command) -> some.run(folder, command));
	}

	/**
	 * Makes the commit.
	 * @return its id, or empty if all files are committed
	 * @throws HeadjackException if git cannot take a file, or there is no commit to begin
	 * with
	 */
	Optional<String> make() {
		if (require(this.git, new WorkCommand.ListUncommitted()).isEmpty()) {
			return Optional.empty();
		}
		String head = require(this.git, new ReferenceCommand.ResolveHead()).strip();
		try {
			Path folder = Files.createTempDirectory("headjack");
			try {
				return Optional.of(commit(head, folder.resolve("index")));
			}
			finally {
				Folders.deleteAll(folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String commit(String head, Path index) throws IOException {
		Path own = Path.of(require(this.git, new SnapshotCommand.FindIndex()).strip());
		if (Files.exists(own)) {
			Files.copy(own, index, StandardCopyOption.COPY_ATTRIBUTES);
		}
		Git indexing = this.git.indexing(index);
		require(indexing, new SnapshotCommand.AddAll());
		String tree = require(indexing, new SnapshotCommand.WriteTree()).strip();
		return require(this.git.with(AUTHOR), new SnapshotCommand.CommitTree(tree, head)).strip();
	}

	private String require(Git some, GitCommand command) {
		CommandResult result = this.place.apply(some, command);
		if (!result.succeeded()) {
			throw new HeadjackException(FailureKind.FAILED,
					"git cannot take the uncommitted work along: "
							+ result.errors().strip().replaceFirst("(?s)\n.*", ""),
					"commit it, or leave out --with-changes");
		}
		return result.output();
	}

	/**
	 * Lets a working tree without changes have those of a commit.
	 * @param id the commit that {@link #make} made
	 * @throws HeadjackException if the working tree is at another commit
	 */
	void apply(String id) {
		String head = require(this.git, new ReferenceCommand.ResolveHead()).strip();
		if (!head.equals(require(this.git, new SnapshotCommand.ShowParent(id)).strip())) {
			throw new HeadjackException(FailureKind.MISUSED,
					"the branch does not begin where the uncommitted work does, which cannot go along",
					"commit it, or leave out --with-changes");
		}
		require(this.git, new SnapshotCommand.ReadTree(id));
		require(this.git, new SnapshotCommand.ResetIndex());
	}

}

package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ExecRequest;
import com.headjack.engine.InMemoryImage;
import com.headjack.failure.HeadjackException;
import com.headjack.worktree.BranchName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Uncommitted work that goes along with a branch.
 */
class UncommittedWorkTests {

	private static final String STATUS = " M readme\n D removed\n?? \"new file\"\n?? sub/\n";

	private static final String COMMIT = "git add --all; "
			+ "git -c user.name=A -c user.email=a@b commit --quiet --message Work";

	private InstanceSandbox sandbox;

	private Path repository;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.sandbox = new InstanceSandbox(folder);
		this.repository = this.sandbox.repository.root();
		Files.writeString(this.repository.resolve("removed"), "");
		Files.writeString(this.repository.resolve(".gitignore"), "ignored\n");
		git(this.repository, "add", ".");
		git(this.repository, "commit", "--quiet", "--message", "More");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private String git(Path folder, String... words) {
		return this.sandbox.git.git(folder, words);
	}

	private String status(Path folder) {
		return git(folder, "status", "--porcelain") + "\n";
	}

	/**
	 * Changes files, one of which is in the index.
	 */
	private static void change(Path folder) throws IOException {
		Files.writeString(folder.resolve("readme"), "changed");
		Files.writeString(folder.resolve("new file"), "new");
		Files.writeString(Files.createDirectories(folder.resolve("sub")).resolve("x"), "x");
		Files.writeString(folder.resolve("ignored"), "");
		Files.delete(folder.resolve("removed"));
	}

	private Instance run(Path changes) {
		return this.sandbox.lifecycle()
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, new ContainerOrder(null, null, changes),
					this.sandbox.log);
	}

	private String inside(Instance instance, String script) {
		return this.sandbox.memory
			.exec(Objects.requireNonNull(instance.container()),
					ExecRequest.script("set -e; cd /workspace; " + script, List.of()))
			.output();
	}

	@Test
	void aNewBranchGetsTheFilesOfTheWorkingTreeWhichKeepsThem() throws IOException {
		change(this.repository);
		git(this.repository, "add", "readme");
		String before = status(this.repository);
		Instance instance = run(this.repository.resolve("sub"));
		assertThat(status(instance.worktree())).isEqualTo(STATUS);
		assertThat(instance.worktree().resolve("readme")).hasContent("changed");
		assertThat(instance.worktree().resolve("ignored")).doesNotExist();
		assertThat(status(this.repository)).isEqualTo(before);
		assertThat(git(this.repository, "stash", "list")).isEmpty();
		run(this.repository);
		assertThat(this.sandbox.log.told).anyMatch((line) -> line.contains("has its worktree already"));
	}

	@Test
	void withoutBeingAskedNothingGoesAlong() throws IOException {
		change(this.repository);
		assertThat(status(this.sandbox.ensure().worktree())).isBlank();
	}

	@Test
	void aBranchThatBeginsElsewhereIsRefusedAndNothingIsMade() throws IOException {
		git(this.repository, "branch", "feat/x", "HEAD~1");
		change(this.repository);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> run(this.repository))
			.withMessageContaining("does not begin where the uncommitted work does");
		assertThat(this.sandbox.containersNow()).isEmpty();
		assertThat(git(this.repository, "worktree", "list").lines()).hasSize(1);
		assertThat(status(this.repository)).isEqualTo(STATUS);
	}

	@Test
	void aCopyGetsTheFilesOfTheWorktreeOnce() throws IOException {
		this.sandbox.memory.seeNoFiles();
		change(this.repository);
		Instance instance = run(this.repository);
		assertThat(inside(instance, "git status --porcelain; cat readme")).isEqualTo(STATUS + "changed");
		run(this.repository);
		assertThat(this.sandbox.log.told).noneMatch((line) -> line.contains("keeps its files"));
		Files.writeString(instance.worktree().resolve("readme"), "changed again");
		assertThat(
				inside(instance, "git checkout --quiet readme removed; rm -r 'new file' sub; git status --porcelain"))
			.isEmpty();
		run(this.repository);
		assertThat(inside(instance, "git status --porcelain; cat readme")).isEqualTo(STATUS + "changed again");
		assertThat(git(this.repository, "show", "refs/headjack/sent/feat/x:readme")).isEqualTo("changed again");
	}

	@Test
	void whatComesBackTakesThePlaceOfWhatWasSent() throws IOException {
		this.sandbox.memory.seeNoFiles();
		change(this.repository);
		Instance instance = run(this.repository);
		inside(instance, COMMIT);
		assertThat(this.sandbox.lifecycle().pull(instance, this.sandbox.log).commits()).isOne();
		assertThat(status(instance.worktree())).isBlank();
		assertThat(instance.worktree().resolve("new file")).hasContent("new");
		assertThat(instance.worktree().resolve("readme")).hasContent("changed");
		assertThat(instance.worktree().resolve("removed")).doesNotExist();
	}

	@Test
	void whatWasChangedSinceItWasSentStays() throws IOException {
		this.sandbox.memory.seeNoFiles();
		change(this.repository);
		Instance instance = run(this.repository);
		inside(instance, COMMIT);
		Files.writeString(instance.worktree().resolve("readme"), "changed since");
		assertThat(this.sandbox.lifecycle().pull(instance, this.sandbox.log).aside()).isPresent();
		assertThat(status(instance.worktree())).isEqualTo(STATUS);
		assertThat(instance.worktree().resolve("readme")).hasContent("changed since");
	}

	@Test
	void commitsThatCannotBeCheckedOutLeaveWhatWasSent() throws IOException {
		this.sandbox.memory.seeNoFiles();
		change(this.repository);
		Instance instance = run(this.repository);
		git(this.repository, "config", "filter.broken.smudge", "false");
		git(this.repository, "config", "filter.broken.required", "true");
		inside(instance, "echo '*.dat filter=broken' >.gitattributes; echo x >a.dat; " + COMMIT);
		assertThat(this.sandbox.lifecycle().pull(instance, this.sandbox.log).aside()).isPresent();
		// Git leaves a file of its own attempt.
		assertThat(status(instance.worktree()).replace("?? .gitattributes\n", "")).isEqualTo(STATUS);
		assertThat(instance.worktree().resolve("readme")).hasContent("changed");
	}

	@Test
	void nothingGoesAlongFromAWorktreeThatAContainerWrites() throws IOException {
		Instance instance = this.sandbox.ensure();
		change(instance.worktree());
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.sandbox.lifecycle()
				.ensure(this.sandbox.repository, BranchName.of("feat/other"),
						new ContainerOrder(null, null, instance.worktree()), this.sandbox.log))
			.withMessage("this is the worktree of branch feat/x, which a container can write");
		assertThat(this.sandbox.containersNow()).hasSize(1);
	}

	@Test
	void noProgramOfTheWorktreeRunsHere() throws IOException {
		this.sandbox.memory.seeNoFiles();
		Instance instance = this.sandbox.ensure();
		Path marker = this.repository.resolveSibling("ran");
		Path module = Files.createDirectories(instance.worktree().resolve("module"));
		git(module, "init", "--quiet");
		git(module, "commit", "--quiet", "--allow-empty", "--message", "Begin");
		Files.writeString(module.resolve(".gitattributes"), "* filter=evil\n");
		Files.writeString(module.resolve("file"), "a");
		git(module, "config", "filter.evil.clean", "touch '" + marker + "'; cat");
		git(instance.worktree(), "-c", "advice.addEmbeddedRepo=false", "add", "module");
		Files.writeString(instance.worktree().resolve("readme"), "changed");
		Files.deleteIfExists(marker);
		run(this.repository);
		assertThat(marker).doesNotExist();
		assertThat(inside(instance, "cat readme")).isEqualTo("changed");
	}

	@Test
	void workThatCannotBeGivenLeavesNothing() throws IOException {
		this.sandbox.memory.seeNoFiles();
		change(this.repository);
		String script = "case \"$*\" in *sent/*) exit 1 ;; esac; exec /usr/bin/git \"$@\"";
		this.sandbox.memory.add(InMemoryImage.of(InstanceSandbox.IMAGE).with("tmux", "exit 0").with("git", script));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> run(this.repository))
			.withMessageContaining("could not take the uncommitted work");
		assertThat(this.sandbox.containersNow()).isEmpty();
		assertThat(git(this.repository, "worktree", "list").lines()).hasSize(1);
		assertThat(status(this.repository)).isEqualTo(STATUS);
	}

	@Test
	void aCopyWithChangesOfItsOwnKeepsThem() throws IOException {
		this.sandbox.memory.seeNoFiles();
		Instance instance = this.sandbox.ensure();
		inside(instance, "echo own >own");
		change(instance.worktree());
		this.sandbox.lifecycle()
			.ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.log.told).anyMatch((line) -> line.contains("'hjk run feat/x --with-changes'"));
		run(this.repository);
		assertThat(this.sandbox.log.told)
			.anyMatch((line) -> line.contains("'git cherry-pick --no-commit refs/headjack/sent'"));
		assertThat(inside(instance, "git status --porcelain")).isEqualTo("?? own\n");
		assertThat(inside(instance, "git show refs/headjack/sent:readme")).isEqualTo("changed");
	}

	@Test
	void whatBreaksOffIsTakenUpAgain() throws IOException {
		this.sandbox.memory.seeNoFiles();
		change(this.repository);
		Instance instance = run(this.repository);
		inside(instance,
				"git checkout --quiet readme removed; rm -r 'new file' sub; git update-ref -d refs/headjack/taken");
		run(this.repository);
		assertThat(inside(instance, "git status --porcelain")).isEqualTo(STATUS);
	}

}

package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.FailingEngine.Call;
import com.headjack.engine.InMemoryEngine;
import com.headjack.failure.HeadjackException;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Instances on an engine that does not see this machine's files.
 */
class CopiedInstanceTests {

	private InstanceSandbox sandbox;

	private Path repository;

	private Instance instance;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.sandbox = new InstanceSandbox(folder);
		this.sandbox.memory.seeNoFiles();
		this.repository = this.sandbox.repository.root();
		git(this.repository, "tag", "v1");
		git(this.repository, "config", "remote.origin.url", "https://example.org/x.git");
		this.instance = lifecycle().ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL,
				this.sandbox.log);
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private InstanceLifecycle lifecycle() {
		return this.sandbox.lifecycle();
	}

	private String git(Path folder, String... words) {
		return this.sandbox.git.git(folder, words);
	}

	private String inside(String script) {
		return this.sandbox.memory.exec(Objects.requireNonNull(this.instance.container()),
				ExecRequest.script("set -e; export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A "
						+ "GIT_COMMITTER_EMAIL=a@b; cd /workspace; " + script, List.of()))
			.output();
	}

	private Path workspace() {
		return this.sandbox.memory.volume("hjk-" + this.instance.id() + "-workspace");
	}

	private String tip(String reference) {
		return git(this.repository, "rev-parse", reference).strip();
	}

	private Returned pull() {
		return lifecycle().pull(this.instance, this.sandbox.log);
	}

	@Test
	void ensureGivesTheContainerTheBranch() {
		assertThat(this.instance.copied()).isTrue();
		assertThat(this.sandbox.log.told).anyMatch((line) -> line.contains("'hjk pull feat/x' brings its work back"));
		assertThat(inside("git status --porcelain --branch")).isEqualTo("## feat/x\n");
		assertThat(inside("git rev-parse HEAD main v1").lines()).hasSize(3).containsOnly(tip("feat/x"));
		assertThat(inside("git config remote.origin.url")).isEqualTo("https://example.org/x.git\n");
		assertThat(workspace().resolve("readme")).hasContent("readme");
	}

	@Test
	void ensureAgainSendsWhatIsNewAndKeepsWhatTheContainerHas() throws IOException {
		inside("echo more >more");
		Files.writeString(this.instance.worktree().resolve("host"), "host");
		git(this.instance.worktree(), "add", "host");
		git(this.instance.worktree(), "commit", "--quiet", "-m", "Host");
		assertThat(this.sandbox.ensure().container()).isEqualTo(this.instance.container());
		assertThat(inside("git rev-parse HEAD").strip()).isEqualTo(tip("feat/x"));
		assertThat(workspace().resolve("more")).hasContent("more");
		inside("echo changed >readme");
		git(this.instance.worktree(), "commit", "--quiet", "--allow-empty", "-m", "Another");
		lifecycle().ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL, this.sandbox.log);
		assertThat(this.sandbox.log.told).anyMatch((line) -> line.contains("branch feat/x did not move"));
		assertThat(workspace().resolve("readme")).hasContent("changed\n");
		assertThat(inside("git rev-parse refs/headjack/heads/feat/x").strip()).isEqualTo(tip("feat/x"));
	}

	@Test
	void pullMovesTheBranchAndItsFilesForward() {
		inside("echo work >work; git add work; git commit -qm Work");
		assertThat(pull().commits()).isOne();
		assertThat(tip("feat/x")).isEqualTo(inside("git rev-parse HEAD").strip());
		assertThat(this.instance.worktree().resolve("work")).hasContent("work\n");
		assertThat(git(this.repository, "for-each-ref", "refs/headjack")).isEmpty();
		assertThat(pull()).isEqualTo(Returned.NOTHING);
	}

	@Test
	void pullKeepsUncommittedWorkAndStashesAndOtherBranches() {
		inside("""
				echo stashed >readme; git stash --quiet
				git checkout -q -b other; echo o >o; git add o; git commit -qm Other; git checkout -q feat/x
				echo changed >readme; mkdir new; echo untracked >new/file""");
		Returned returned = pull();
		assertThat(returned.references()).extracting(Returned.Reference::name)
			.containsExactlyInAnyOrder("refs/headjack/uncommitted/feat/x", "refs/headjack/stash/feat/x/1",
					"refs/headjack/branches/feat/x/other");
		assertThat(git(this.repository, "show", "refs/headjack/uncommitted/feat/x:new/file")).isEqualTo("untracked");
		assertThat(git(this.repository, "show", "refs/headjack/uncommitted/feat/x:readme")).isEqualTo("changed");
		assertThat(git(this.repository, "show", "refs/headjack/stash/feat/x/1:readme")).isEqualTo("stashed");
		assertThat(this.instance.worktree().resolve("readme")).hasContent("readme");
		assertThat(inside("git status --porcelain")).isEqualTo(" M readme\n?? new/\n");
		assertThat(pull()).isEqualTo(Returned.NOTHING);
	}

	@Test
	void pullTouchesNoCheckoutWithChangesOfItsOwn() throws IOException {
		inside("echo work >readme; git commit -qam Work");
		Files.writeString(this.instance.worktree().resolve("readme"), "mine");
		String before = tip("feat/x");
		assertThat(pull().aside()).isPresent();
		assertThat(this.sandbox.log.told).anyMatch((line) -> line.contains("are in refs/headjack/feat/x"));
		assertThat(tip("feat/x")).isEqualTo(before);
		assertThat(tip("refs/headjack/feat/x")).isEqualTo(inside("git rev-parse HEAD").strip());
		assertThat(this.instance.worktree().resolve("readme")).hasContent("mine");
	}

	@Test
	void pullOfAnotherHistoryLeavesTheBranch() {
		inside("echo work >work; git add work; git commit -qm Work");
		git(this.instance.worktree(), "commit", "--quiet", "--allow-empty", "-m", "Mine");
		String before = tip("feat/x");
		assertThat(pull().aside())
			.hasValueSatisfying((aside) -> assertThat(aside.reason()).isEqualTo("the branch has other commits here"));
		assertThat(tip("feat/x")).isEqualTo(before);
	}

	@Test
	void pullLeavesTheBranchWhereFewObjectsAreManyFiles() {
		String bomb = """
				tree=$(git mktree </dev/null)
				blob=$(echo boom | git hash-object -w --stdin)
				tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '100644 blob %s\\tf%s\\n' "$blob" "$i"; done | git mktree)
				for level in 1 2 3 4 5; do
					tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\\td%s\\n' "$tree" "$i"; done | git mktree)
				done
				git checkout --quiet --detach
				git update-ref refs/heads/feat/x "$(git commit-tree "$tree" -p HEAD -m bomb)"
				""";
		inside(bomb);
		String before = tip("feat/x");
		assertThat(pull().aside()).hasValueSatisfying((aside) -> {
			assertThat(aside.reference()).isEqualTo("refs/headjack/feat/x");
			assertThat(aside.reason()).isEqualTo("it has more new files than hjk looks at");
		});
		assertThat(tip("feat/x")).isEqualTo(before);
	}

	@Test
	void pullMovesABranchThatIsCheckedOutNowhere() {
		git(this.instance.worktree(), "checkout", "--quiet", "--detach");
		inside("git commit -q --allow-empty -m Work");
		assertThat(pull().commits()).isOne();
		assertThat(tip("feat/x")).isEqualTo(inside("git rev-parse HEAD").strip());
	}

	@Test
	void stopAndRecreateKeepTheWork() {
		inside("echo work >work; git add work; git commit -qm Work; echo left >left");
		lifecycle().stop(this.instance, this.sandbox.log);
		assertThat(this.instance.worktree().resolve("work")).exists();
		assertThat(git(this.repository, "show", "refs/headjack/uncommitted/feat/x:left")).isEqualTo("left");
		this.instance = this.sandbox.ensure();
		assertThat(inside("cat left")).isEqualTo("left\n");
		this.instance = lifecycle().recreate(this.sandbox.repository, this.instance, null, this.sandbox.log);
		assertThat(this.instance.copied()).isTrue();
		assertThat(inside("cat left; git log -1 --format=%s")).isEqualTo("left\nWork\n");
	}

	@Test
	void aContainerThatIsGoneLosesNothing() {
		inside("echo left >left");
		this.sandbox.memory.remove(Objects.requireNonNull(this.instance.container()));
		this.instance = this.sandbox.ensure();
		assertThat(inside("cat left")).isEqualTo("left\n");
	}

	@Test
	void workThatIsOnlyInVolumesIsNotGivenUp() {
		inside("echo left >left");
		this.sandbox.memory.remove(Objects.requireNonNull(this.instance.container()));
		Instance missing = this.sandbox.instances.get(this.sandbox.repository, InstanceSandbox.BRANCH.toString());
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> lifecycle().pull(missing, this.sandbox.log))
			.withMessage("the container of branch \"feat/x\" is gone, but its volumes have its work")
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("'hjk run feat/x'"));
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> lifecycle().unsavedWork(this.sandbox.repository, missing, this.sandbox.log));
		this.instance = lifecycle().ensure(this.sandbox.repository, InstanceSandbox.BRANCH, ContainerOrder.USUAL,
				this.sandbox.log);
		assertThat(inside("cat left")).isEqualTo("left\n");
	}

	@Test
	void removeBringsTheWorkOfAStoppedContainerBack() {
		inside("echo left >left; git commit -q --allow-empty -m Work");
		this.sandbox.memory.stop(Objects.requireNonNull(this.instance.container()), Duration.ZERO);
		Instance stopped = this.sandbox.instances.refresh(this.instance.id()).orElseThrow();
		lifecycle().remove(this.sandbox.repository, stopped, false, this.sandbox.log);
		assertThat(git(this.repository, "log", "-1", "--format=%s", "feat/x")).isEqualTo("Work");
		assertThat(git(this.repository, "show", "refs/headjack/uncommitted/feat/x:left")).isEqualTo("left");
		assertThat(workspace()).doesNotExist();
		assertThat(this.instance.worktree()).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".git/objects", ".git/HEAD", ".git" })
	void removeRefusesWhileWorkCannotBeBrought(String broken) {
		inside("echo left >left; rm -rf " + broken);
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> lifecycle().unsavedWork(this.sandbox.repository, this.instance, this.sandbox.log));
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> lifecycle().remove(this.sandbox.repository, this.instance, false, this.sandbox.log));
		assertThat(workspace().resolve("left")).exists();
		lifecycle().remove(this.sandbox.repository, this.instance, true, this.sandbox.log);
		assertThat(workspace()).doesNotExist();
	}

	@Test
	void branchesMayTakeEachOthersPlace() {
		inside("git branch fix; git commit -q --allow-empty -m One; git branch -f fix");
		pull();
		inside("git branch -D fix; git commit -q --allow-empty -m Two; git checkout -q -b fix/y; git commit -q --allow-empty -m Y");
		assertThat(pull().references()).extracting(Returned.Reference::name)
			.containsExactly("refs/headjack/branches/feat/x/fix%2Fy");
	}

	@Test
	void aHistoryThatIsNotWholeTravels() throws IOException {
		git(this.repository, "commit", "--quiet", "--allow-empty", "-m", "Last");
		Files.writeString(this.repository.resolve(".git/shallow"), git(this.repository, "rev-parse", "HEAD") + "\n");
		this.instance = lifecycle().ensure(this.sandbox.repository, BranchName.of("feat/y"), ContainerOrder.USUAL,
				this.sandbox.log);
		assertThat(inside("git log --format=%s")).isEqualTo("Last\n");
		inside("git commit -q --allow-empty -m Work");
		assertThat(pull().commits()).isOne();
		assertThat(git(this.repository, "log", "--format=%s", "feat/y")).isEqualTo("Work\nLast");
	}

	@Test
	void aRepositoryInTheWorktreeIsToldAndKeepsTheInstance() {
		inside("git init -q sub; cd sub; git commit -q --allow-empty -m Sub");
		assertThat(pull().left()).containsExactly("sub");
		assertThatExceptionOfType(InstanceException.class)
			.isThrownBy(() -> lifecycle().unsavedWork(this.sandbox.repository, this.instance, this.sandbox.log))
			.withMessageContaining("sub");
	}

	@Test
	void aFileThatGitCannotTakeIsToldAndTheRestComesBack() {
		inside("git config filter.gone.clean false; git config filter.gone.required true; "
				+ "echo '*.gone filter=gone' >.git/info/attributes; echo a >'a b.gone'; echo b >b; rm readme");
		assertThat(pull().left()).containsExactly("a b.gone");
		assertThat(git(this.repository, "ls-tree", "--name-only", "refs/headjack/uncommitted/feat/x")).isEqualTo("b");
	}

	@Test
	void theConfigurationFollows() {
		git(this.repository, "config", "--global", "alias.last", "log -1 --format=%s");
		git(this.repository, "config", "branch.feat/x.description", "other");
		this.sandbox.ensure();
		assertThat(inside("git last")).isEqualTo("Add readme\n");
	}

	@Test
	void theWorkOnAnotherEngineIsNotForgotten() throws IOException {
		inside("echo left >left");
		try (InMemoryEngine other = new InMemoryEngine()) {
			InstanceLifecycle elsewhere = this.sandbox.on(other);
			Instance missing = this.sandbox.instancesOf(other)
				.get(this.sandbox.repository, InstanceSandbox.BRANCH.value());
			assertThatExceptionOfType(InstanceException.class)
				.isThrownBy(() -> elsewhere.ensure(this.sandbox.repository, InstanceSandbox.BRANCH,
						ContainerOrder.USUAL, LaunchLog.SILENT))
				.withMessageContaining("is on the engine at memory://");
			assertThatExceptionOfType(InstanceException.class)
				.isThrownBy(() -> elsewhere.unsavedWork(this.sandbox.repository, missing, LaunchLog.SILENT));
			assertThat(other.list(Map.of())).isEmpty();
		}
		assertThat(inside("cat left")).isEqualTo("left\n");
	}

	@Test
	void whatBreaksOffIsTakenUpAgain() {
		inside("echo work >work; git add work; git commit -qm Work");
		this.sandbox.engine.failAt(Call.STREAM, 1);
		assertThatExceptionOfType(EngineException.class).isThrownBy(this::pull);
		assertThat(pull().commits()).isOne();
	}

	@Test
	void makeThatFailsLeavesNothing() {
		lifecycle().remove(this.sandbox.repository, this.instance, false, this.sandbox.log);
		this.sandbox.engine.failAt(Call.STREAM, 1);
		assertThatExceptionOfType(EngineException.class).isThrownBy(this.sandbox::ensure);
		assertThat(workspace()).doesNotExist();
		assertThat(this.sandbox.memory.list(Map.of())).isEmpty();
	}

}

package com.headjack.worktree;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Worktrees whose containers wrote what git cannot read.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileWorktreeTests {

	@TempDir
	Path folder;

	private GitSandbox git;

	private Path main;

	private Worktrees worktrees;

	private Worktree worktree;

	@BeforeEach
	void begin() throws IOException {
		this.git = new GitSandbox(this.folder);
		this.main = this.git.repository(this.folder.resolve("main"));
		this.worktrees = new Worktrees(this.git, this.folder.resolve("storage"));
		this.worktree = create("feat/x");
		this.git.commit(this.worktree.path(), "file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "refs/heads/pipe", "refs/tags/a/pipe", "objects/pack/multi-pack-index" })
	void createWhenGitWouldWaitForAPipeNamesItAtOnce(String path) throws Exception {
		Path pipe = pipe(this.main.resolve(".git").resolve(path));
		assertTimeoutPreemptively(Duration.ofSeconds(8),
				() -> assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> create("other"))
					.withMessage("git cannot read %s: it is a pipe, a socket or a device", pipe)
					.satisfies((ex) -> assertThat(ex.remedy()).get(InstanceOfAssertFactories.STRING)
						.endsWith("delete it with 'rm " + pipe + "'")));
		Path elsewhere = this.git.repository(this.folder.resolve("elsewhere"));
		assertThat(this.worktrees.create(this.worktrees.repository(elsewhere), BranchName.of("x")).worktreeCreated())
			.isTrue();
	}

	@Test
	void createWhenAReferenceLeadsInCirclesOrIsHugeNamesIt() throws Exception {
		Path link = Files.createSymbolicLink(this.main.resolve(".git/refs/heads/link"), Path.of("."));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> create("other"))
			.withMessage("git cannot read %s: it is a symbolic link, but not to a regular file", link);
		Files.delete(link);
		Path huge = sparse(this.main.resolve(".git/refs/heads/huge"), 1L << 40);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> create("other"))
			.withMessage("git cannot read %s: it is larger than 64 KiB", huge);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "rubbish", "1111111111111111111111111111111111111111", "ref: refs/heads/evil" })
	void unsavedWorkWhenAnotherBranchIsBrokenIsKnown(String content) throws Exception {
		Files.writeString(this.main.resolve(".git/refs/heads/evil"), content);
		assertThat(this.worktrees.unsavedWork(this.worktree)).hasToString("1 unpushed commit");
	}

	@Test
	void createWhenReferencesAreTooDeepNamesTheirFolder() throws Exception {
		Files.createDirectories(this.main.resolve(".git/refs/heads/a" + "/b".repeat(200)));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> create("other"))
			.withMessage("git cannot read %s: it is too deep", this.main.resolve(".git/refs/heads/a/b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "HEAD", "index", "locked", "ORIG_HEAD" })
	void createWhenAFileOfAnotherWorktreeIsAPipeMendsThat(String name) throws Exception {
		Path file = this.worktree.gitDirectory().resolve(name);
		Files.deleteIfExists(file);
		pipe(file);
		assertThat(create("other").path()).isDirectory();
		assertThat(this.worktree.checkedOut()).contains(this.worktree.branch());
		assertThat(this.worktrees.unsavedWork(this.worktree)).hasToString("1 unpushed commit");
	}

	@Test
	void createWhenHeadAndIndexAreGoneMendsThem() throws Exception {
		Files.delete(this.worktree.gitDirectory().resolve("HEAD"));
		Files.delete(this.worktree.gitDirectory().resolve("index"));
		assertThat(create("feat/x")).isEqualTo(this.worktree);
		assertThat(this.git.git(this.worktree.path(), "status", "--porcelain")).isEmpty();
	}

	@Test
	void exchangeWhenHeadIsAPipeMendsIt() throws Exception {
		Files.delete(this.worktree.gitDirectory().resolve("HEAD"));
		pipe(this.worktree.gitDirectory().resolve("HEAD"));
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(this.worktree.checkedOut()).contains(this.worktree.branch());
	}

	@Test
	void createWhenTheFileOfGitIsGoneMendsIt() throws Exception {
		Files.delete(this.worktree.path().resolve(".git"));
		assertThat(create("feat/x")).isEqualTo(this.worktree);
		assertThat(this.git.git(this.worktree.path(), "log", "--format=%s", "-1")).isEqualTo("Add file");
	}

	@Test
	void unsavedWorkWhenTheIndexIsHugeTellsSo() throws Exception {
		sparse(this.worktree.gitDirectory().resolve("index"), 3L << 30);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> this.worktrees.unsavedWork(this.worktree))
			.withMessageContaining("index: larger than 1 GiB");
	}

	@Test
	void removeRunsNoGit() throws Exception {
		Files.delete(this.worktree.gitDirectory().resolve("HEAD"));
		pipe(this.worktree.gitDirectory().resolve("HEAD"));
		pipe(this.worktree.gitDirectory().resolve("locked"));
		Files.createDirectories(this.worktree.path().resolve("a/b/.git"));
		pipe(this.worktree.path().resolve("a/b/.git/HEAD"));
		int before = this.git.commands().size();
		this.worktrees.remove(this.worktree.repository(), this.worktree, true);
		assertThat(this.git.commands()).hasSize(before);
		assertThat(this.worktree.path()).doesNotExist();
		assertThat(this.worktree.gitDirectory().getParent()).doesNotExist();
		assertThat(this.git.git(this.main, "worktree", "list").lines()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gitdir", "commondir", "" })
	void removeRestWhenGitKnowsTheWorktreeNoMoreLeavesNothing(String name) throws Exception {
		Files.delete(this.worktree.path().resolve(".git"));
		new ProcessBuilder("rm", "-r", this.worktree.gitDirectory().resolve(name).toString()).start().waitFor();
		this.worktrees.removeRest(this.worktree.repository(), this.worktree.branch());
		assertThat(this.worktree.path()).doesNotExist();
	}

	private Worktree create(String branch) {
		return this.worktrees.create(this.worktrees.repository(this.main), BranchName.of(branch)).worktree();
	}

	private static Path pipe(Path path) throws Exception {
		Files.createDirectories(path.getParent());
		assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
		return path;
	}

	private static Path sparse(Path path, long size) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(size);
		}
		return path;
	}

}

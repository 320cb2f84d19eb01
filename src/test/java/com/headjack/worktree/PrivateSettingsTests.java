package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The configuration of a container, by the files that the container would see.
 */
class PrivateSettingsTests {

	private Path main;

	private GitSandbox git;

	private Worktrees worktrees;

	private Worktree worktree;

	private Path file;

	@BeforeEach
	void prepare(@TempDir Path temporary) throws Exception {
		Path folder = temporary.toRealPath();
		this.git = new GitSandbox(folder);
		this.main = this.git.repository(folder.resolve("repo"));
		this.git.git(this.main, "remote", "add", "origin", "https://user:CANARY@example.org/a");
		this.worktrees = new Worktrees(this.git, folder.resolve("storage"));
		this.worktree = this.worktrees.create(this.worktrees.repository(this.main), BranchName.of("feat/x")).worktree();
		this.file = this.worktrees.gitPaths(this.worktree)
			.stream()
			.filter((path) -> path.path().endsWith("settings"))
			.map((path) -> path.source().resolve("config"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void firstContentIsTheHostsWithoutLogins() throws IOException {
		assertThat(inside("remote.origin.url")).isEqualTo("https://example.org/a");
		assertThat(inside("core.bare")).isEqualTo("false");
		assertThat(inside("extensions.preciousobjects")).isEqualTo("true");
		assertThat(this.file).content().doesNotContain("CANARY");
	}

	@Test
	void exchangeKeepsWhatTheContainerWroteAndGivesWhatTheHostChanged() {
		change("user.name", "Inside");
		change("remote.fork.url", "../fork");
		change("pull.rebase", "true");
		this.git.git(this.main, "remote", "add", "upstream", "../upstream");
		this.git.git(this.main, "config", "pull.rebase", "false");
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(inside("user.name")).isEqualTo("Inside");
		assertThat(inside("remote.fork.url")).isEqualTo("../fork");
		assertThat(inside("remote.upstream.url")).isEqualTo("../upstream");
		assertThat(inside("pull.rebase")).isEqualTo("false");
		assertThat(host("remote.fork.url")).isEmpty();
	}

	@Test
	void exchangeCarriesTrackingToTheHostOnce() {
		change("branch.feat/x.remote", "origin");
		change("branch.feat/x.merge", "refs/heads/feat/x");
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(host("branch.feat/x.merge")).isEqualTo("refs/heads/feat/x");
		this.git.git(this.main, "branch", "--unset-upstream", "feat/x");
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(host("branch.feat/x.merge")).isEmpty();
		assertThat(inside("branch.feat/x.merge")).isEmpty();
	}

	@Test
	void exchangeWhenGitIsWritingGivesItLater() throws IOException {
		Path lock = Files.createFile(this.file.resolveSibling("config.lock"));
		this.git.git(this.main, "config", "pull.rebase", "false");
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(inside("pull.rebase")).isEmpty();
		Files.delete(lock);
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(inside("pull.rebase")).isEqualTo("false");
		assertThat(lock).doesNotExist();
	}

	@Test
	void exchangeWhenAnOldLockIsLeftRemovesIt() throws IOException {
		Path lock = Files.createFile(this.file.resolveSibling("config.lock"));
		for (Duration age : List.of(Duration.ofMinutes(2), Duration.ofDays(-1))) {
			this.git.git(this.main, "config", "pull.rebase", age.toString());
			Files.writeString(lock, "");
			Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(age)));
			this.worktrees.exchangeSettings(this.worktree);
			assertThat(inside("pull.rebase")).isEqualTo(age.toString());
			assertThat(lock).doesNotExist();
		}
	}

	@Test
	void exchangeWhenTheLockIsNoFileRemovesIt() throws IOException {
		Path lock = this.file.resolveSibling("config.lock");
		Files.createDirectories(lock.resolve("full"));
		assertGiven("a");
		Files.createSymbolicLink(lock, this.main);
		assertGiven("b");
		assertThat(this.main).isNotEmptyDirectory();
	}

	private void assertGiven(String value) {
		this.git.git(this.main, "config", "pull.rebase", value);
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(inside("pull.rebase")).isEqualTo(value);
	}

	@Test
	void exchangeWhenTheFileIsALinkReplacesTheLink() throws IOException {
		Path victim = Files.writeString(this.main.resolve("victim"), "[branch \"feat/x\"]\n\tremote = .\n");
		Files.delete(this.file);
		Files.createSymbolicLink(this.file, victim);
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(victim).content().endsWith("remote = .\n");
		assertThat(this.file).isRegularFile();
		assertThat(Files.isSymbolicLink(this.file)).isFalse();
		assertThat(host("branch.feat/x.remote")).isEmpty();
	}

	@Test
	void exchangeWhenTheFileIsBrokenLeavesIt() throws IOException {
		Files.writeString(this.file, "[broken");
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(this.file).hasContent("[broken");
	}

	@Test
	void exchangeWhenAFolderIsInThePlaceOfTheFileReplacesIt() throws IOException {
		Files.delete(this.file);
		Files.createDirectories(this.file.resolve("full"));
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(this.file).isRegularFile();
		assertThat(this.file.resolveSibling("config.lock")).doesNotExist();
	}

	@Test
	void exchangeIncludesNoFiles() throws IOException {
		Path included = Files.writeString(this.main.resolve("included"),
				"[branch \"feat/x\"]\n\tremote = origin\n\tmerge = refs/heads/x\n");
		change("include.path", included.toString());
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(host("branch.feat/x.remote")).isEmpty();
	}

	@Test
	void worktreesOfOthersAreShownInEachView() {
		Worktree other = this.worktrees.create(this.worktree.repository(), BranchName.of("other")).worktree();
		this.worktrees.gitPaths(other);
		Path shown = this.file.resolveSibling("../worktrees").normalize();
		assertThat(shown.resolve("other")).isSymbolicLink();
		assertThat(shown.resolve("feat-x")).isDirectory();
		this.worktrees.remove(other.repository(), other, true);
		this.worktrees.exchangeSettings(this.worktree);
		assertThat(Files.isSymbolicLink(shown.resolve("other"))).isFalse();
	}

	private void change(String key, String value) {
		this.git.git(this.main, "config", "--file", this.file.toString(), key, value);
	}

	private String inside(String key) {
		return this.git.git(this.main, "config", "--file", this.file.toString(), "--default", "", key);
	}

	private String host(String key) {
		return this.git.git(this.main, "config", "--local", "--default", "", key);
	}

}

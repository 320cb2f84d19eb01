package com.headjack.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.instance.Instances;
import com.headjack.process.ProcessRunner;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.RepositoryFiles;
import com.headjack.worktree.Worktrees;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is completed from files, with a real git repository and worktree.
 */
class LiveValuesTests {

	@TempDir
	Path home;

	private Path folder;

	@BeforeEach
	void setUp() throws IOException, InterruptedException {
		this.folder = this.home.resolve("repository");
		Files.createDirectories(this.folder.resolve("deep"));
		git("init", "--quiet", "--initial-branch", "main");
		git("-c", "user.name=Sample", "-c", "user.email=sample@example.com", "commit", "--quiet", "--allow-empty",
				"--message", "Begin");
		git("branch", "feat/x");
	}

	@Test
	void agentsAreTheBuiltInOnesAndTheUsersOwn() throws IOException {
		write(".config/headjack/agents/mine.yaml", "");
		assertThat(live().agents()).contains("claude", "codex", "gemini", "mine");
	}

	@Test
	void accountsAreThoseOfTheIndex() throws IOException {
		assertThat(live().accounts(List.of())).isEmpty();
		write(".local/state/headjack/accounts",
				"claude-credential\nclaude-credential.work\ncodex-credential\nnonsense\n");
		assertThat(live().accounts(List.of("claude"))).containsExactly("default", "work");
		assertThat(live().accounts(List.of())).containsExactly("default", "work", "default");
	}

	@ParameterizedTest
	@CsvSource({ "attach.clipboard,on", "attach.notifications,bell", "runtime.name,podman", "default.agent,claude",
			"agents.claude.account,work", "agents.claude.repositories.web-1f0c3a5e,work" })
	void configurationValuesAreThoseOfTheSetting(String key, String value) throws IOException {
		write(".local/state/headjack/accounts", "claude-credential.work\n");
		assertThat(live().configurationValues(key)).contains(value);
		assertThat(live().configurationValues("logs.limit")).isEmpty();
		assertThat(live().configurationValues("no.key")).isEmpty();
	}

	@Test
	void branchesAreThoseOfTheRepositoryAndInstancesComeFirst() throws IOException {
		assertThat(live().branches()).containsExactly("feat/x", "main");
		instance("main");
		assertThat(live().branches().distinct()).containsExactly("main", "feat/x");
		assertThat(live().instances()).containsExactly("main");
	}

	@Test
	void sessionsAreNamedByTheirRecords() throws IOException {
		Path sessions = instance("feat/x");
		write(sessions.resolve("one.json"), "");
		write(sessions.resolve("two.json"), "");
		write(sessions.resolve("out/two.exit"), "0");
		assertThat(live().sessions("feat/x")).containsExactly("one", "two");
		assertThat(live().runningSessions("feat/x")).containsExactly("one");
		assertThat(live().killable()).containsExactly("feat/x", "feat/x/one");
		assertThat(live().sessions("main")).isEmpty();
	}

	@Test
	void nothingIsListedOutsideOfARepository() {
		assertThat(live(Path.of("/"), Map.of()).branches()).isEmpty();
		assertThat(live(Path.of("/"), Map.of()).instances()).isEmpty();
		assertThat(live(Path.of("/"), Map.of()).killable()).isEmpty();
	}

	@Test
	void foldersOfTheConfigurationAreLookedInto() throws IOException {
		write(".config/headjack/config.yaml", "storage:\n  worktrees: ~/elsewhere\n");
		instance("feat/x", this.home.resolve("elsewhere"));
		assertThat(live().instances()).containsExactly("feat/x");
		assertThat(live(this.folder, Map.of("HEADJACK_WORKTREE_DIR", this.home + "/none")).instances()).isEmpty();
	}

	private LiveValues live() {
		return live(this.folder.resolve("deep"), Map.of());
	}

	private LiveValues live(Path directory, Map<String, String> variables) {
		return new LiveValues(new HostEnvironment(OperatingSystem.LINUX, this.home, directory, variables, Set.of()));
	}

	private Path instance(String branch) throws IOException {
		return instance(branch, this.home.resolve(".local/share/headjack/git"));
	}

	/**
	 * Makes a worktree, and gives the folder of the instance's sessions.
	 */
	private Path instance(String branch, Path storage) throws IOException {
		if (branch.equals("main")) {
			Files.writeString(this.folder.resolve(".git/HEAD"), "ref: refs/heads/feat/x\n");
		}
		Repository repository = RepositoryFiles.of(this.folder).orElseThrow().repository();
		Worktrees worktrees = new Worktrees(ProcessRunner.ofSystem(HostEnvironment.current()), storage);
		worktrees.create(repository, BranchName.of(branch));
		String id = Instances.known(worktrees, repository).getFirst().id().value();
		return Files.createDirectories(this.home.resolve(".local/share/headjack/sessions").resolve(id));
	}

	private void write(String file, String text) throws IOException {
		write(this.home.resolve(file), text);
	}

	private static void write(Path file, String text) throws IOException {
		Files.createDirectories(file.resolveSibling("."));
		Files.writeString(file, text);
	}

	private void git(String... words) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("git"));
		command.addAll(List.of(words));
		assertThat(new ProcessBuilder(command).directory(this.folder.toFile()).inheritIO().start().waitFor()).isZero();
	}

}

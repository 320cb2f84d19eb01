package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.Mount;
import com.headjack.engine.RuntimeFlag;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostUser;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.GitPath;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ContainerPlanTests {

	private static final BranchName BRANCH = BranchName.of("feat/x");

	private Path folder;

	private Path worktree;

	private InstanceFolder kept;

	@BeforeEach
	void make(@TempDir Path folder) throws IOException {
		this.folder = folder.toRealPath();
		this.worktree = Files.createDirectory(this.folder.resolve("worktree"));
		Files.createFile(this.worktree.resolve(".git"));
		this.kept = new InstanceFolder(this.folder.resolve("kept")).create();
	}

	@Test
	void specIsNamedByTheInstanceAndStartsAsRootInTheWorkspace() {
		ContainerSpec spec = spec(List.of());
		assertThat(spec.name()).isEqualTo("hjk-" + InstanceId.of("repo-1", BRANCH));
		assertThat(spec.image()).isEqualTo("image:1");
		assertThat(spec.user()).isEqualTo("0:0");
		assertThat(spec.workingDirectory()).isEqualTo("/workspace");
		assertThat(spec.options().values()).containsOnlyKeys(RuntimeFlag.MEMORY);
	}

	@Test
	void specTellsTheMainProgramWhereToPutWhatAndForWhom() {
		List<String> command = spec(List.of()).command();
		assertThat(command.subList(0, 2)).containsExactly("sh", "-c");
		assertThat(command.subList(3, 7)).containsExactly("sh", "/var/log/headjack/boot",
				HostUser.ownerOf(this.worktree).toString(), "/run/headjack");
	}

	@Test
	void specIsFoundByItsLabels() {
		Instant before = Instant.now();
		Map<String, String> labels = new LinkedHashMap<>(spec(List.of()).labels());
		assertThat(Instant.parse(labels.remove("com.headjack.created"))).isBetween(before, Instant.now());
		assertThat(labels).containsOnly(entry("com.headjack.id", InstanceId.of("repo-1", BRANCH).value()),
				entry("com.headjack.repository", this.folder.resolve("repo").toString()),
				entry("com.headjack.repository-id", "repo-1"), entry("com.headjack.branch", "feat/x"),
				entry("com.headjack.worktree", this.worktree.toString()), entry("com.headjack.image", "image:1"),
				entry("com.headjack.folder", this.kept.path().toString()));
	}

	@Test
	void specMountsGitFirstThenTheWorkspaceTheOutputAndMemory() {
		Path common = this.folder.resolve("repo/.git");
		List<GitPath> git = List.of(new GitPath(this.folder.resolve("view"), common, false),
				new GitPath(common.resolve("objects"), common.resolve("objects"), true));
		assertThat(spec(git).mounts()).containsExactly(
				new Mount.Bind(this.folder.resolve("view"), common.toString(), true),
				new Mount.Bind(common.resolve("objects"), common + "/objects", false),
				new Mount.Bind(this.worktree, "/workspace", false),
				new Mount.Bind(this.worktree.resolve(".git"), "/workspace/.git", true),
				new Mount.Bind(this.kept.path().resolve("out"), "/var/log/headjack", false),
				new Mount.Bind(this.kept.path().resolve("conversations"), "/var/lib/headjack", false),
				new Mount.Bind(this.kept.path().resolve("git"), "/etc/headjack/git", true),
				new Mount.Memory("/run/headjack"));
	}

	@Test
	void specGivesGitItsSettingsAsVariables() {
		assertThat(spec(List.of()).environment()).hasSize(13)
			.contains(entry("GIT_CONFIG_COUNT", "6"), entry("GIT_CONFIG_KEY_0", "gc.auto"),
					entry("GIT_CONFIG_VALUE_0", "0"), entry("GIT_CONFIG_KEY_2", "commit.gpgSign"),
					entry("GIT_CONFIG_VALUE_2", "false"));
	}

	@Test
	void theMainProgramTellsOfEachStartAndFollowsNoLink() throws IOException {
		Path victim = Files.writeString(this.folder.resolve("victim"), "untouched");
		Path boot = Files.createSymbolicLink(this.kept.out().resolve("boot"), victim);
		try (InMemoryEngine engine = new InMemoryEngine()) {
			String id = engine.create(spec(InMemoryEngine.IMAGE, List.of()));
			String first = boot(engine, id, boot);
			engine.stop(id, Duration.ZERO);
			assertThat(engine.resolve(id, "/run/headjack/.ready")).doesNotExist();
			assertThat(boot(engine, id, boot)).isNotEqualTo(first);
			assertThat(engine.exec(id, ExecRequest.of(List.of("stat", "-c", "%a", "/run/headjack"))).output())
				.isEqualTo("700\n");
		}
		assertThat(victim).hasContent("untouched");
	}

	@Test
	void theMainProgramBeginsOnceWhateverIsInTheOutput() throws IOException {
		try (InMemoryEngine engine = new InMemoryEngine()) {
			String id = engine.create(spec(InMemoryEngine.IMAGE, List.of(),
					List.of("/var/log/headjack/.began-1", "echo \"$1\" >>/var/log/headjack/runs; echo done", "x")));
			start(engine, id);
			assertThat(this.kept.out().resolve(".began-1")).hasContent("0\ndone");
			engine.stop(id, Duration.ZERO);
			Files.delete(this.kept.out().resolve("boot"));
			Files.createDirectories(this.kept.out().resolve("boot/full"));
			start(engine, id);
			assertThat(this.kept.out().resolve("runs")).hasContent("x");
		}
	}

	private static void start(InMemoryEngine engine, String id) {
		engine.start(id);
		engine.exec(id, ExecRequest.script("until [ -e /run/headjack/.ready ]; do sleep 0.02; done", List.of()));
	}

	private static String boot(InMemoryEngine engine, String id, Path boot) throws IOException {
		start(engine, id);
		assertThat(boot).isRegularFile();
		assertThat(Files.isSymbolicLink(boot)).isFalse();
		return Files.readString(boot);
	}

	private ContainerSpec spec(List<GitPath> git) {
		return spec("image:1", git);
	}

	private ContainerSpec spec(String image, List<GitPath> git) {
		return spec(image, git, List.of());
	}

	private ContainerSpec spec(String image, List<GitPath> git, List<String> beginning) {
		Path root = this.folder.resolve("repo");
		Repository repository = new Repository(root.resolve(".git"), root, "repo", "repo-1");
		Worktree worktree = new Worktree(repository, BRANCH, this.worktree, root.resolve(".git/worktrees/x"));
		return new ContainerPlan(repository, worktree).spec(image, RuntimeOptions.parse(List.of("--memory", "64m")),
				this.kept, git, beginning);
	}

}

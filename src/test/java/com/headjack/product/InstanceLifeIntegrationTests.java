package com.headjack.product;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances that are there already.
 */
@InWorld(World.RESIDENT)
class InstanceLifeIntegrationTests extends InstanceTestBase {

	private static final String OTHER = "headjack/agent:tested";

	private static final int AT_ONCE = 2;

	private String run(String... options) throws IOException {
		String[] words = new String[options.length + 2];
		words[0] = "run";
		words[1] = "feat/x";
		System.arraycopy(options, 0, words, 2, options.length);
		assertThat(this.product.hjk(words).done()).contains("ready for branch feat/x");
		return this.product.container("feat/x");
	}

	private String containers() throws IOException {
		return this.product.tool("docker", "ps", "-a", "-q", "--no-trunc", "--filter",
				"label=com.headjack.repository=" + this.product.repository().toRealPath());
	}

	private void mark() {
		this.product.inside("feat/x", "echo kept >file; echo here >/tmp/mark");
	}

	private String marks() {
		return this.product.inside("feat/x", "cat file; cat /tmp/mark 2>/dev/null || echo gone");
	}

	@AfterEach
	void removeImage() {
		this.product.command("docker", "image", "rm", OTHER);
	}

	@Test
	void runUsesTheContainerThatRuns() throws IOException {
		String container = run();
		assertThat(run()).isEqualTo(container);
	}

	@Test
	void runStartsTheContainerThatIsStopped() throws IOException {
		String container = run();
		mark();
		this.product.hjk("stop", "feat/x").done();
		assertThat(run()).isEqualTo(container);
		assertThat(marks()).isEqualTo("kept\nhere\n");
	}

	@Test
	void runMakesAContainerWhereItIsGone() throws IOException {
		String container = run();
		mark();
		this.product.tool("docker", "rm", "-f", container);
		assertThat(this.product.hjk("ps").done()).contains("missing");
		assertThat(run()).isNotEmpty().isNotEqualTo(container);
		assertThat(marks()).isEqualTo("kept\ngone\n");
	}

	@Test
	void runMakesBothAnewWhereTheWorktreeIsGone() throws IOException {
		this.product.tool("docker", "tag", "headjack/agent:latest", OTHER);
		String container = run("--image", OTHER);
		FileSystemUtils.deleteRecursively(this.product.worktree("feat~x"));
		assertThat(run()).isNotEqualTo(container);
		assertThat(containers().lines()).hasSize(1);
		assertThat(this.product.hjk("ps", "-o", "json").done()).contains(OTHER);
		assertThat(this.product.inside("feat/x", "git status")).contains("feat/x");
	}

	@Test
	void runWithAnotherImageSaysThatItIsKept() throws IOException {
		String container = run();
		Hjk.Result same = this.product.hjk("run", "feat/x", "--image", "headjack/agent");
		assertThat(same.errors()).isEmpty();
		Hjk.Result other = this.product.hjk("run", "feat/x", "--image", OTHER);
		assertThat(other.done()).contains("ready");
		assertThat(other.errors()).startsWith("warning: ").contains("hjk recreate feat/x --image " + OTHER);
		assertThat(this.product.container("feat/x")).isEqualTo(container);
	}

	@RepeatedTest(10)
	void runsAtOnceMakeOneInstance() throws Exception {
		CyclicBarrier together = new CyclicBarrier(AT_ONCE);
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<Hjk.Result>> runs = List.of(threads.submit(() -> start(together)),
					threads.submit(() -> start(together)));
			for (Future<Hjk.Result> run : runs) {
				assertThat(run.get().done()).contains("ready for branch feat/x");
			}
		}
		assertThat(containers().lines()).hasSize(1);
		assertThat(this.product.inside("feat/x", "git status")).contains("feat/x");
	}

	private Hjk.Result start(CyclicBarrier together) throws Exception {
		together.await();
		return this.product.hjk("run", "feat/x");
	}

	@Test
	void recreateKeepsTheWorktreeAndTheLogs() throws IOException {
		String container = run();
		mark();
		this.product
			.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c",
					"trap 'echo saved >saved; exit 5' HUP; echo ready; sleep 600")
			.done();
		this.product.screen("feat/x", "a", "ready");
		assertThat(this.product.hjk("recreate", "feat/x").done()).startsWith("Recreated instance ");
		assertThat(containers().lines()).hasSize(1).doesNotContain(container);
		assertThat(marks()).isEqualTo("kept\ngone\n");
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("exited (5)");
		assertThat(this.product.hjk("logs", "feat/x", "a").done()).contains("ready");
		assertThat(this.product.inside("feat/x", "cat saved")).isEqualTo("saved\n");
	}

	@Test
	void recreateTakesTheImageThatIsThereByNow() throws IOException {
		this.product.tool("docker", "tag", "headjack/agent:latest", OTHER);
		run("--image", OTHER);
		this.product.tool("docker", "tag", "debian:bookworm-slim", OTHER);
		this.product.hjk("recreate", "feat/x").assertFailed(4, "\"" + OTHER + "\" has no tmux", "");
		this.product.hjk("recreate", "feat/x", "--image", "headjack/agent:latest").done();
		assertThat(this.product.hjk("ps", "-o", "json").done()).contains("headjack/agent:latest");
	}

	@Test
	void recreateWithoutTheImageLeavesTheOldContainerAsItIs() throws IOException {
		String container = run();
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sleep", "600").done();
		this.product.hjk("recreate", "feat/x", "--image", "headjack/nowhere:1").assertFailed(4, "headjack/nowhere", "");
		assertThat(this.product.container("feat/x")).isEqualTo(container);
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("running");
	}

	@Test
	void recreateThatFailsGivesTheOldContainerBack() throws IOException {
		String container = run();
		mark();
		this.product.hjk("recreate", "feat/x", "--image", "debian:bookworm-slim").assertFailed(4, "has no tmux", "");
		assertThat(containers().strip()).isEqualTo(container);
		assertThat(marks()).isEqualTo("kept\nhere\n");
	}

	@Test
	void recreateStartsWhatIsStoppedAndMakesWhatIsGone() throws IOException {
		String container = run();
		this.product.hjk("stop", "feat/x").done();
		this.product.hjk("recreate", "feat/x").done();
		assertThat(this.product.container("feat/x")).isNotEmpty().isNotEqualTo(container);
		this.product.tool("docker", "rm", "-f", this.product.container("feat/x"));
		this.product.hjk("recreate", "feat/x").done();
		assertThat(this.product.container("feat/x")).isNotEmpty();
		this.product.hjk("recreate", "feat/y").assertFailed(3, "no instance found", "did you mean feat/x?");
	}

	@Test
	void rmRemovesWhatAnInterruptedRecreateLeft() throws IOException {
		String container = run();
		String left = this.product.tool("docker", "create", "--label", "com.headjack.id=" + label(container, "id"),
				"--label", "com.headjack.repository-id=" + label(container, "repository-id"), "--label",
				"com.headjack.repository=" + label(container, "repository"), "--label", "com.headjack.branch=feat/x",
				"--label", "com.headjack.worktree=" + label(container, "worktree"), "headjack/agent:latest")
			.strip();
		assertThat(containers()).contains(left);
		assertThat(this.product.hjk("ps").done().lines()).hasSize(2);
		assertThat(run()).isEqualTo(container);
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(containers()).isEmpty();
	}

	@Test
	void rmListsWhatWouldBeLostAndAsksOrWantsForce() throws IOException {
		run();
		this.product.inside("feat/x",
				"for i in $(seq 12); do echo >file$i; done; echo >\"$(printf 'a\\033[31m\\nb')\"");
		this.product.inside("feat/x", "git commit --quiet --allow-empty --message 'A commit'");
		Hjk.Result refused = this.product.hjk("rm", "feat/x");
		refused.assertFailed(2, "13 uncommitted files and 1 unpushed commit", "hjk rm feat/x -f");
		assertThat(refused.errors()).contains("?? file1, ", "and 3 more, ", " A commit\n").doesNotContain("\u001b");
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk rm feat/x").await("lose uncommitted work?").await("and 3 more").type("n").awaitPrompt();
			assertThat(this.product.hjk("ps").done()).contains("running");
			terminal.type("clear; hjk rm feat/x").await("lose uncommitted work?").type("y").await("Removed instance ");
		}
		assertThat(containers()).isEmpty();
	}

	private String label(String container, String name) {
		return this.product
			.tool("docker", "inspect", "--format", "{{index .Config.Labels \"com.headjack." + name + "\"}}", container)
			.strip();
	}

	@Test
	void anInstanceStaysWhereItIsWhenTheStorageFoldersChange() throws IOException {
		this.product.hjk("config", "storage.worktrees", this.folder.resolve("former").toString()).done();
		this.product.hjk("config", "storage.sessions", this.folder.resolve("kept").toString()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "--detach", "--", "sleep", "1d").done();
		String container = this.product.container("feat/x");
		this.product.hjk("config", "--unset", "storage.worktrees").done();
		this.product.hjk("config", "--unset", "storage.sessions").done();
		assertThat(this.product.hjk("run", "feat/x").done()).contains("ready for branch feat/x");
		assertThat(this.product.container("feat/x")).isEqualTo(container);
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("running");
		this.product.hjk("recreate", "feat/x", "--force").done();
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("ended");
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(this.product.git("worktree", "list").lines()).hasSize(1);
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

}

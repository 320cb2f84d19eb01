package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job by Podman in the place of Docker.
 */
class PodmanIntegrationTests extends InstanceTestBase {

	private static ScratchEngine podman;

	@BeforeAll
	static void startPodman() throws IOException {
		podman = SharedEngine.podman();
	}

	@BeforeEach
	void usePodman() {
		this.product.with("DOCKER_HOST", podman.address());
	}

	@Test
	void doctorNamesItAndIsContent() {
		String table = this.product.hjk("doctor").done();
		assertThat(table).containsPattern("engine +ok +podman \\d").contains("tmux is in the image");
		assertThat(table.lines().filter((line) -> line.contains("   failed   "))).isEmpty();
	}

	@Test
	void lifeOfAnInstance() throws IOException {
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		assertThat(this.product.hjk("run", "feat/x").done()).contains("ready for branch feat/x");
		this.product.hjk("exec", "feat/x", "-d", "-n", "shell", "--", "sh").done();
		assertIsLoggedIn(login, "first");
		assertThat(this.product.hjk("kill", "feat/x/shell").done()).isEqualTo("Killed session shell\n");
		assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("shell +exec +ended");
		this.product.inside("feat/x", "echo kept >file; git add file; git commit --quiet --message Work");
		assertThat(Files.getOwner(this.product.worktree("feat~x").resolve("file")))
			.isEqualTo(Files.getOwner(this.product.repository()));
		assertThat(this.product.hjk("stop", "feat/x").done()).startsWith("Stopped instance ");
		assertThat(this.product.hjk("ps").done()).contains("stopped");
		assertThat(this.product.hjk("logs", "feat/x", "first").done()).contains(login.answer());
		this.product.hjk("run", "feat/x").done();
		assertIsLoggedIn(login, "second");
		assertThat(this.product.hjk("recreate", "feat/x").done()).startsWith("Recreated instance ");
		assertThat(this.product.inside("feat/x", "cat file")).isEqualTo("kept\n");
		assertThat(this.product.hjk("rm", "feat/x", "-f").done()).startsWith("Removed instance ");
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		assertThat(podman.containers()).isEmpty();
	}

	private void assertIsLoggedIn(SampleLogin login, String session) {
		this.product.hjk(login.ask("feat/x", session)).done();
		assertThat(this.product.log("feat/x", session)).contains(login.answer());
		assertThat(this.product.inside("feat/x", "stat -c '%a %u' /run/headjack; echo 700 $(id -u)").lines().distinct())
			.hasSize(1);
	}

	@Test
	void aSecretIsOnlyInMemory() throws IOException {
		SampleLogin login = SampleLogin.of("claude", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.start("feat/x", "a")).done();
		String variables = "until grep -qaz ^CLAUDE_CODE_OAUTH_TOKEN= /proc/[0-9]*/environ; do sleep 0.1; done; "
				+ "cat /proc/[0-9]*/environ 2>/dev/null || :";
		assertThat(this.product.inside("feat/x", variables)).contains(Canary.MARK);
		this.product.hjk("exec", "feat/x", "-d", "-n", "b", "--", "sh", "-c", "ulimit -c; ulimit -Hc").done();
		assertThat(this.product.log("feat/x", "b")).isEqualTo("0\n0\n");
		String container = podman.containers().strip();
		String program = "podman --url " + podman.address();
		Canary.assertAbsentInOutput(this.product, program + " inspect " + container, container);
		Canary.assertAbsentInOutput(this.product, program + " export " + container, "check_for_update_on_startup");
		for (Path records : podman.records()) {
			Canary.assertAbsentBelow(records);
		}
	}

	@Test
	void execIsPartOfAPipe() {
		this.product.hjk("run", "feat/x").done();
		String script = """
				inside() { "$0" exec feat/x --no-mux -- sh -c "$@"; }
				head -c 5000000 /dev/urandom >sent
				inside cat <sent | cmp - sent || exit 99
				echo some | inside 'wc -c; echo apart >&2; exit 7'
				""";
		Hjk.Result result = this.product.command("bash", "-o", "pipefail", "-c", script,
				this.product.launcher().toString());
		assertThat(result.output()).isEqualTo("5\n");
		assertThat(result.errors()).isEqualTo("apart\n");
		assertThat(result.code()).isEqualTo(7);
		assertThat(this.product
			.command("sh", "-c", "seq 1000000 | \"$0\" exec feat/x --no-mux -- sh -c 'exit 4'",
					this.product.launcher().toString())
			.code()).isEqualTo(4);
	}

	@Test
	void attachGivesTheTerminalBack() throws IOException {
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "shell", "--", "sh").done();
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			String before = terminal.state();
			terminal.type("hjk attach feat/x; echo ended with $?").await("[shell]");
			terminal.type("stty size").await("29 100");
			terminal.key("C-b", "d").await("ended with 0");
			assertThat(terminal.state()).isEqualTo(before);
			assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("shell +exec +running");
			terminal.type("clear; hjk attach feat/x; echo ended with $?").await("[shell]");
			this.product.hjk("stop", "feat/x").done();
			terminal.await("ended with 0");
			assertThat(terminal.state()).isEqualTo(before);
		}
		this.product.hjk("attach", "feat/x").assertFailed(3, "no session is running", "");
	}

	@Test
	void aHintNamesItsProgram() {
		this.product.hjk("run", "feat/x", "--image", "localhost/headjack-no-such:1")
			.assertFailed(4, "there is no image \"localhost/headjack-no-such:1\"", "podman pull");
		this.product.assertNothingIsMade("feat/x");
	}

}

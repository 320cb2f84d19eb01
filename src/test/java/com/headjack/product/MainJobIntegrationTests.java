package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job, by the launcher, a real engine and the real agents.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT_USER", "HARDENED_ENGINE" })
class MainJobIntegrationTests extends InstanceTestBase {

	static List<SampleLogin> logins() {
		return SampleLogin.all();
	}

	@ParameterizedTest
	@MethodSource("logins")
	void agentIsLoggedInAndItsSecretIsNowhereElse(SampleLogin login) throws IOException {
		this.product.hjk("run", "feat/x").done();
		try (ProcessWatch watch = ProcessWatch.start()) {
			assertThat(this.product.piped(login.secret(), login.auth()).done())
				.startsWith("Credentials stored securely.");
			this.product.hjk(login.ask("feat/x", "a")).done();
			watch.assertNoSecretSeen();
		}
		this.product.awaitPrinted("feat/x", "a", login.answer());
		assertSecretIsNowhere();
		Canary.assertAbsentBelow(this.product.home());
	}

	@ParameterizedTest
	@MethodSource("logins")
	void agentWithoutItsLoginAnswersOtherwise(SampleLogin login) {
		this.product.hjk("run", "feat/x").done();
		Hjk.Result answer = this.product.hjk(login.askWithoutLogin("feat/x"));
		assertThat(answer.code()).isNotZero();
		assertThat(answer.output() + answer.errors()).doesNotContain(login.answer());
	}

	@Test
	void gitWorksInsideAndFilesBelongToTheUserOfTheHost() throws IOException {
		this.product.hjk("run", "feat/x").done();
		String work = "echo done >file && git add file && git commit -q -m Work && git log --oneline && git status";
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", work).done()).contains("Work")
			.contains("nothing to commit");
		assertThat(this.product.git("log", "--format=%an %s", "feat/x")).contains("Sample Work");
		Path worktree = this.product.worktree("feat~x");
		assertThat(Files.getOwner(worktree.resolve("file"))).isEqualTo(Files.getOwner(worktree));
		String attack = "echo evil >.git/x; echo evil >\"$(git rev-parse --git-common-dir)/config\"; git config core.fsmonitor evil";
		this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", attack);
		this.product.hjk("run", "feat/x").done();
		assertThat(Files.readString(this.product.repository().resolve(".git/config"))).doesNotContain("evil");
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "ls", "-A", this.product.home().toString())
			.done()
			.lines()).allMatch(".local"::equals);
	}

	@Test
	void exitCodesAndKillAreTold() {
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", "exit 7").code()).isEqualTo(7);
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", "echo gone; exit 5").done();
		assertThat(this.product.log("feat/x", "a")).isEqualTo("gone\n");
		this.product.hjk("exec", "feat/x", "-d", "-n", "b", "--", "sleep", "600").done();
		assertThat(this.product.hjk("kill", "feat/x/b").done()).isEqualTo("Killed session b\n");
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("exited (5)").contains(" ended ");
		assertThat(this.product.hjk("stop", "feat/x").done()).startsWith("Stopped instance ");
		assertThat(this.product.hjk("ps").done()).contains("stopped");
		assertThat(this.product.hjk("run", "feat/x").done()).contains("ready for branch feat/x");
	}

	@Test
	void rmKeepsWorkThatIsNowhereElse() throws IOException {
		this.product.hjk("run", "feat/x").done();
		Files.writeString(this.product.worktree("feat~x").resolve("file"), "work");
		Hjk.Result refused = this.product.hjk("rm", "feat/x");
		refused.assertFailed(2, "branch \"feat/x\" has 1 uncommitted file", "hjk rm feat/x -f");
		assertThat(this.product.worktree("feat~x").resolve("file")).exists();
		assertThat(this.product.hjk("rm", "feat/x", "-f").done()).startsWith("Removed instance ");
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

	@Test
	void withoutACredentialNothingIsMade() {
		Hjk.Result result = this.product.hjk("run", "feat/x", "--agent", "claude", "-d");
		result.assertFailed(3, "no credential for claude is stored", "run 'hjk auth claude'");
		this.product.assertNothingIsMade("feat/x");
	}

	@Test
	void withoutAnEngineNothingIsMade() throws IOException {
		Hjk without = new Hjk(Files.createDirectory(this.folder.resolve("other")), this.world).with("DOCKER_HOST",
				"unix:///nowhere/engine.sock");
		without.hjk("run", "feat/x").assertFailed(4, "engine", "");
		assertThat(without.git("branch", "--list", "feat/x")).isEmpty();
	}

	@Test
	void anImageWithoutTmuxLeavesNothing() {
		this.product.hjk("run", "feat/x", "--image", "debian:bookworm-slim")
			.assertFailed(4, "has no tmux", "headjack/agent:latest");
		this.product.assertNothingIsMade("feat/x");
	}

	@Test
	void aWrongPasswordIsTold() {
		this.product.piped("sk-proj-FAKE-" + Canary.MARK, "auth", "codex", "--method", "apikey").done();
		this.product.with("HEADJACK_KEYRING_PASSWORD", "FAKE-other");
		this.product.hjk("auth", "status").assertFailed(1, "password", "");
	}

	@Test
	void outsideARepositoryIsTold() {
		this.product.in(this.product.home(), "run", "feat/x").assertFailed(4, "not a git repository", "git init");
	}

	@ParameterizedTest
	@CsvSource({ "run feat/x --bogus,unknown option", "agnet,unknown command", "run feat..x,branch",
			"auth claude --method nope,unknown method", "run feat/x --agent claude,attach",
			"auth nobody,unknown agent" })
	void wrongUsageIsTold(String line, String message) {
		this.product.hjk(line.split(" ")).assertFailed(2, message, "");
	}

	private void assertSecretIsNowhere() throws IOException {
		String container = this.product.container("feat/x");
		Canary.assertAbsent(this.product.tool("docker", "inspect", container));
		Canary.assertAbsent(this.product.tool("docker", "top", container));
		Canary.assertAbsentOnDisk(this.product, container);
	}

}

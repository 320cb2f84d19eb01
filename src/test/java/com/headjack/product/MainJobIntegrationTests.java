package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job, by the launcher, a real engine and the real agents.
 */
class MainJobIntegrationTests {

	private static final String MARK = "CANARY-5d41402abc4b2a76";

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder);
	}

	@AfterEach
	void removeInstances() {
		this.product.hjk("rm", "feat/x", "-f");
	}

	static Stream<Arguments> logins() {
		return Stream.of(
				Arguments.of("claude", "apikey", "sk-ant-api03-FAKE-" + MARK + "-0123456789abcdefghijklmn",
						"auth status", "\"authMethod\": \"api_key\""),
				Arguments.of("claude", "subscription", "sk-ant-oat01-FAKE-" + MARK, "auth status",
						"\"authMethod\": \"oauth_token\""),
				Arguments.of("codex", "apikey", "sk-proj-FAKE-" + MARK, "login status", "API key configured"),
				Arguments.of("codex", "subscription", codex(), "login status", "Logged in using ChatGPT"),
				Arguments.of("gemini", "apikey", "AIzaFAKE-" + MARK, "--version", "."),
				Arguments.of("gemini", "subscription", "{\"refresh_token\":\"FAKE-" + MARK + "\"}", "--version", "."));
	}

	@ParameterizedTest
	@MethodSource("logins")
	void agentIsLoggedInAndItsSecretIsNowhereElse(String agent, String method, String secret, String question,
			String answer) throws IOException {
		assertThat(this.product.piped(secret, "auth", agent, "--method", method).done())
			.startsWith("Credentials stored securely.");
		this.product.hjk("run", "feat/x").done();
		this.product
			.hjk(Stream
				.concat(Stream.of("agent", "feat/x", agent, "-d", "--name", "a", "--"), Stream.of(question.split(" ")))
				.toArray(String[]::new))
			.done();
		assertThat(this.product.log("feat/x", "a")).contains(answer);
		assertSecretIsNowhere(agent);
	}

	@Test
	void gitWorksInsideAndFilesBelongToTheUserOfTheHost() throws IOException {
		this.product.hjk("run", "feat/x").done();
		String work = "echo done >file && git add file && git commit -q -m Work && git log --oneline && git status";
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", work).done()).contains("Work")
			.contains("nothing to commit");
		assertThat(this.product.git("log", "--format=%an %s", "feat/x")).contains("Sample Work");
		Path worktree = worktree();
		assertThat(Files.getOwner(worktree.resolve("file"))).isEqualTo(Files.getOwner(worktree));
		String attack = "echo evil >.git/x; echo evil >\"$(git rev-parse --git-common-dir)/config\"; git config a.b c";
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "sh", "-c", attack).code()).isNotZero();
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
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("exited (5)").contains("exited (129)");
		assertThat(this.product.hjk("stop", "feat/x").done()).startsWith("Stopped instance ");
		assertThat(this.product.hjk("ps").done()).contains("stopped");
		assertThat(this.product.hjk("run", "feat/x").done()).contains("ready for branch feat/x");
	}

	@Test
	void rmKeepsWorkThatIsNowhereElse() throws IOException {
		this.product.hjk("run", "feat/x").done();
		Files.writeString(worktree().resolve("file"), "work");
		Hjk.Result refused = this.product.hjk("rm", "feat/x");
		assertThat(refused.code()).isNotZero();
		assertThat(refused.errors()).contains("uncommitted");
		assertThat(worktree().resolve("file")).exists();
		assertThat(this.product.hjk("rm", "feat/x", "-f").done()).startsWith("Removed instance ");
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

	@Test
	void withoutACredentialNothingIsMade() {
		Hjk.Result result = this.product.hjk("run", "feat/x", "--agent", "claude", "-d");
		assertFailed(result, 3, "no credential for claude is stored", "run 'hjk auth claude'");
		assertNothingIsMade();
	}

	@Test
	void withoutAnEngineNothingIsMade() {
		this.product.with("DOCKER_HOST", "unix:///nowhere/engine.sock");
		assertFailed(this.product.hjk("run", "feat/x"), 4, "engine", "");
		assertThat(this.product.git("branch", "--list", "feat/x")).isEmpty();
		this.product.with("DOCKER_HOST", "unix:///var/run/docker.sock");
	}

	@Test
	void anImageWithoutTmuxLeavesNothing() {
		assertFailed(this.product.hjk("run", "feat/x", "--image", "debian:bookworm-slim"), 4, "has no tmux",
				"headjack/agent:latest");
		assertNothingIsMade();
	}

	@Test
	void aWrongPasswordIsTold() {
		this.product.piped("sk-proj-FAKE-" + MARK, "auth", "codex", "--method", "apikey").done();
		this.product.with("HEADJACK_KEYRING_PASSWORD", "FAKE-other");
		assertFailed(this.product.hjk("auth", "status"), 1, "password", "");
	}

	@Test
	void outsideARepositoryIsTold() {
		assertFailed(this.product.in(this.product.home(), "run", "feat/x"), 4, "not a git repository", "git init");
	}

	@ParameterizedTest
	@CsvSource({ "run feat/x --bogus,unknown option", "agnet,unknown command", "run feat..x,branch",
			"auth claude --method nope,unknown method", "agent feat/x claude,attach", "auth nobody,unknown agent" })
	void wrongUsageIsTold(String line, String message) {
		assertFailed(this.product.hjk(line.split(" ")), 2, message, "");
	}

	private void assertNothingIsMade() {
		assertThat(this.product.git("branch", "--list", "feat/x")).isEmpty();
		assertThat(this.product.git("worktree", "list").lines()).hasSize(1);
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

	private static void assertFailed(Hjk.Result result, int code, String message, String hint) {
		assertThat(result.code()).as(result.errors()).isEqualTo(code);
		List<String> lines = result.errors().lines().toList();
		assertThat(lines).hasSize(2);
		assertThat(lines.getFirst()).startsWith("error: ").contains(message);
		assertThat(lines.getLast()).startsWith("hint: ").contains(hint);
	}

	private void assertSecretIsNowhere(String agent) throws IOException {
		String container = this.product
			.tool("docker", "ps", "-q", "--no-trunc", "--filter", "label=com.headjack.branch=feat/x", "--filter",
					"label=com.headjack.repository=" + this.product.repository().toRealPath())
			.strip();
		assertClean(this.product.tool("docker", "inspect", container));
		assertClean(this.product.tool("docker", "top", container));
		assertClean(this.product.tool("docker", "history", "--no-trunc", "headjack/agent:latest"));
		assertClean(this.product.tool("sh", "-c",
				"docker export " + container + " | grep -a -c -e '" + MARK + "' -e '" + encoded() + "' || true"), "0");
		Hjk.Result debug = this.product.hjk("agent", "feat/x", agent, "-d", "--debug", "--", "--version");
		assertClean(debug.output() + debug.errors());
		try (Stream<Path> files = Files.walk(this.product.home())) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertClean(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
			}
		}
	}

	private static void assertClean(String text) {
		assertThat(text.contains(MARK)).as("holds the secret").isFalse();
	}

	private static void assertClean(String count, String expected) {
		assertThat(count.strip()).isEqualTo(expected);
	}

	private static String encoded() {
		return Base64.getEncoder().encodeToString(MARK.getBytes(StandardCharsets.UTF_8)).substring(0, 20);
	}

	private Path worktree() throws IOException {
		try (Stream<Path> folders = Files.walk(this.product.home().resolve(".local/share/headjack/git"), 2)) {
			return folders.filter((path) -> path.endsWith("feat~x")).findFirst().orElseThrow();
		}
	}

	private static String codex() {
		return "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":null,\"tokens\":{\"id_token\":\"" + jwt()
				+ "\",\"access_token\":\"" + jwt() + "\",\"refresh_token\":\"FAKE-" + MARK
				+ "\",\"account_id\":\"FAKE\"},\"last_refresh\":\"2026-11-01T00:00:00Z\"}";
	}

	private static String jwt() {
		return Stream.of("{\"alg\":\"none\"}", "{\"exp\":4102444800,\"email\":\"fake@example.com\"}", "FAKE")
			.map((part) -> Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
			.reduce((a, b) -> a + "." + b)
			.orElseThrow();
	}

}

package com.headjack.product;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The questions that the real agents ask before they work. Nothing leaves the container.
 */
@InWorld(World.RESIDENT)
class QuestionsIntegrationTests extends InstanceTestBase {

	@BeforeEach
	void setUp() {
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
		this.product
			.hjk("config", "agents.codex.flags", "[-c, 'openai_base_url=\"" + RecordingServer.ADDRESS + "/v1\"']")
			.done();
		Stream.of("claude,ANTHROPIC_BASE_URL", "gemini,GOOGLE_GEMINI_BASE_URL")
			.map((pair) -> pair.split(","))
			.forEach((pair) -> this.product
				.hjk("config", "agents." + pair[0] + ".env", "{" + pair[1] + ": \"" + RecordingServer.ADDRESS + "\"}")
				.done());
	}

	@ParameterizedTest
	@CsvSource({ "claude, --dangerously-skip-permissions", "claude, --permission-mode bypassPermissions",
			"claude, --allow-dangerously-skip-permissions", "codex, --yolo",
			"codex, --dangerously-bypass-approvals-and-sandbox", "codex, --ask-for-approval never", "gemini, --yolo",
			"gemini, --approval-mode=yolo" })
	void aPromptArrivesWhereTheCommandLineAnswersTheQuestion(String agent, String flags) throws Exception {
		SampleLogin login = SampleLogin.of(agent, "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		RecordingServer server = RecordingServer.start(this.product, "feat/x");
		List<String> words = new ArrayList<>(List.of("--prompt=say hello", "--"));
		words.addAll(List.of(flags.split(" ")));
		this.product.hjk(login.start("feat/x", "a", words.toArray(String[]::new))).done();
		assertThat(server.sees("say hello")).as("the server sees the prompt").isTrue();
		assertThat(this.product.hjk("ps", "feat/x").done()).doesNotContain("waiting");
		server.forget();
	}

	@Test
	void aPromptArrivesWhereTheConfigurationAnswersTheQuestion() throws Exception {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("config", "agents.claude.flags", "[--dangerously-skip-permissions]").done();
		this.product.hjk("run", "feat/x").done();
		RecordingServer server = RecordingServer.start(this.product, "feat/x");
		this.product.hjk(login.start("feat/x", "a", "--prompt=say hello")).done();
		assertThat(server.sees("say hello")).as("the server sees the prompt").isTrue();
		server.forget();
	}

	@Test
	void anAgentThatAsksIsWaiting() throws Exception {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		Files.writeString(this.product.worktree("feat~x").resolve("CLAUDE.md"), "@/etc/hostname\n");
		this.product.hjk(login.start("feat/x", "a", "--prompt=say hello")).done();
		awaitWaiting();
		assertThat(this.product.hjk("ps").done()).containsPattern("feat/x +running +1 \\(1 waiting\\)");
		assertThat(this.product.hjk("ps", "-o", "json").done()).contains("\"waiting\" : 1");
		assertThat(this.product.hjk("ps", "feat/x", "-o", "json").done()).contains("\"status\" : \"waiting\"",
				"\"question\" : \"whether CLAUDE.md may import files from outside of the repository\"");
		assertThat(this.product.hjk("ps", "feat/x").errors()).contains("hjk attach feat/x a");
		this.product.inside("feat/x", "tmux -L hjk-a send-keys Enter");
		for (int tries = 0; tries < 60 && this.product.hjk("ps", "feat/x").done().contains("waiting"); tries++) {
			TimeUnit.MILLISECONDS.sleep(500);
		}
		assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("claude +running");
	}

	private void awaitWaiting() throws InterruptedException {
		for (int tries = 0; tries < 60 && !this.product.hjk("ps", "feat/x").done().contains("waiting"); tries++) {
			TimeUnit.MILLISECONDS.sleep(500);
		}
		assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("claude +waiting");
	}

	@Test
	void aPromptArrivesWhereTheUserTrustsTheServersOfTheRepository() throws Exception {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		RecordingServer server = RecordingServer.start(this.product, "feat/x");
		Files.writeString(this.product.worktree("feat~x").resolve(".mcp.json"),
				"{\"mcpServers\":{\"demo\":{\"command\":\"cat\"}}}");
		assertThat(this.product.hjk(login.start("feat/x", "a", "--prompt=say hello")).code()).isEqualTo(3);
		this.product.hjk(login.start("feat/x", "a", "--prompt=say hello", "--trust")).done();
		assertThat(server.sees("say hello")).as("the server sees the prompt").isTrue();
		server.forget();
	}

}

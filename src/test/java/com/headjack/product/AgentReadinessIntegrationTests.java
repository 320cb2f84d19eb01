package com.headjack.product;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real agents, started by the commands alone: their first screens, what they send,
 * and what is left of a secret beside and after them. Nothing leaves the container.
 */
class AgentReadinessIntegrationTests extends InstanceTestBase {

	private static final String PROMPT = "-fix \"it\" for $HOME, `id`, $(id), 'both' \\ and;\n- n\u00fcchtern;"
			+ " and so on".repeat(1024) + ";";

	@BeforeEach
	void setUp() {
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
	}

	static Stream<SampleLogin> ready() {
		return SampleLogin.all().stream().filter((login) -> login.ready() != null);
	}

	@ParameterizedTest
	@MethodSource("ready")
	void firstScreenWaitsForWorkAndTheSecretIsNowhereElse(SampleLogin login) throws Exception {
		start(login);
		String container = this.product.container("feat/x");
		this.product.screen("feat/x", "a", String.valueOf(login.ready()));
		// What it does behind the screen comes later: Codex copies its environment after
		// 15 seconds.
		TimeUnit.SECONDS.sleep(20);
		assertSecretIsNowhere(container);
		// Without a network Codex ends by itself when it cannot reach ChatGPT.
		if (!login.isOf("codex", "subscription") || this.product.hjk("ps", "feat/x").done().contains("running")) {
			this.product.hjk("stop", "feat/x").assertFailed(2, "a (" + login.agent() + ")", "hjk stop feat/x -f");
		}
		this.product.hjk("stop", "feat/x", "-f").done();
		assertSecretIsNowhere(container);
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.inside("feat/x", "find /run/headjack -type f ! -name .ready")).isEmpty();
		assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("exited \\(| ended ")
			.doesNotContain("running");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					claude   | apikey       | ANTHROPIC_BASE_URL     | -p hi  | "x-api-key":"%s"
					claude   | subscription | ANTHROPIC_BASE_URL     | -p hi  | "authorization":"Bearer %s"
					gemini   | apikey       | GOOGLE_GEMINI_BASE_URL | -p hi  | "x-goog-api-key":"%s"
					codex    | apikey       | UNUSED                 | exec --skip-git-repo-check -c openai_base_url="%s/v1" hi \
					| "authorization":"Bearer %s"
					""")
	void theVeryCredentialGoesOverTheWire(String agent, String method, String variable, String flags, String header)
			throws InterruptedException {
		SampleLogin login = SampleLogin.of(agent, method);
		this.product.piped(login.secret(), login.auth()).done();
		this.product
			.hjk("config", "agents." + agent + ".env", "{" + variable + ": \"" + RecordingServer.ADDRESS + "\"}")
			.done();
		this.product.hjk("run", "feat/x").done();
		RecordingServer server = RecordingServer.start(this.product, "feat/x");
		this.product.hjk(login.start("feat/x", "a", ("-- " + flags.formatted(RecordingServer.ADDRESS)).split(" ")))
			.done();
		assertThat(server.sees(header.formatted(login.secret()))).as("the server sees the credential").isTrue();
		server.forget();
	}

	@ParameterizedTest
	@CsvSource({ "claude,apikey,ANTHROPIC_BASE_URL", "gemini,apikey,GOOGLE_GEMINI_BASE_URL", "codex,apikey,UNUSED" })
	void aPromptReachesTheAgentWhateverItHolds(String agent, String method, String variable)
			throws InterruptedException {
		SampleLogin login = SampleLogin.of(agent, method);
		this.product.piped(login.secret(), login.auth()).done();
		this.product
			.hjk("config", "agents." + agent + ".env", "{" + variable + ": \"" + RecordingServer.ADDRESS + "\"}")
			.done();
		this.product
			.hjk("config", "agents.codex.flags", "[-c, 'openai_base_url=\"" + RecordingServer.ADDRESS + "/v1\"']")
			.done();
		this.product.hjk("run", "feat/x").done();
		RecordingServer server = RecordingServer.start(this.product, "feat/x");
		this.product.hjk(login.start("feat/x", "a", "--prompt=" + PROMPT)).done();
		String json = new JsonMapper().writeValueAsString(PROMPT);
		assertThat(server.sees(json.substring(1, json.length() - 1))).as("the server sees the prompt").isTrue();
		server.forget();
	}

	@Test
	void settingsThatAnAgentWroteStayWhenTwoSessionsStartAtOnce() throws Exception {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.inside("feat/x",
				"""
						echo '{"numStartups":7,"mcpServers":{"mine":{"command":"x"}},"projects":{"/other":{"allowedTools":["a"]}}}' \
						>~/.claude.json""");
		List<Thread> starts = Stream.of("a", "b")
			.map((name) -> Thread.ofVirtual().unstarted(() -> this.product.hjk(login.start("feat/x", name)).done()))
			.toList();
		starts.forEach(Thread::start);
		for (Thread start : starts) {
			start.join();
		}
		this.product.screen("feat/x", "a", String.valueOf(login.ready()));
		this.product.screen("feat/x", "b", String.valueOf(login.ready()));
		JsonNode json = new JsonMapper().readTree(this.product.inside("feat/x", "cat ~/.claude.json"));
		assertThat(json.at("/mcpServers/mine/command").asString()).isEqualTo("x");
		assertThat(json.at("/projects/~1other/allowedTools/0").asString()).isEqualTo("a");
		assertThat(json.at("/projects/~1workspace/hasTrustDialogAccepted").asBoolean()).isTrue();
		assertThat(json.at("/hasCompletedOnboarding").asBoolean()).isTrue();
		assertThat(json.at("/numStartups").asInt()).isGreaterThanOrEqualTo(7);
	}

	@Test
	void aVariableThatWouldReplaceTheLoginIsLeftOutAndTold() {
		this.product.hjk("config", "runtime.flags", "[--network, none, --env, ANTHROPIC_AUTH_TOKEN=FAKE-other]").done();
		this.product.hjk("config", "agents.claude.env", "{ANTHROPIC_API_KEY: FAKE-another}").done();
		SampleLogin login = SampleLogin.of("claude", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		Hjk.Result started = this.product.hjk(login.ask("feat/x", "a"));
		assertThat(started.code()).isZero();
		assertThat(started.errors()).contains("warning: ANTHROPIC_API_KEY").contains("warning: ANTHROPIC_AUTH_TOKEN");
		assertThat(this.product.log("feat/x", "a")).contains(login.answer());
	}

	@Test
	void accountsOfOneAgentRunBesideEachOtherWhereTheyDoNotClash() {
		SampleLogin login = SampleLogin.of("claude", "subscription");
		this.product.piped(login.secret("home"), login.auth()).done();
		this.product.piped(login.secret("work"), login.auth("--account", "work")).done();
		this.product.hjk("run", "feat/x").done();
		String[] print = { "--", "-p", "hi" };
		this.product.hjk("config", "agents.claude.env", "{ANTHROPIC_BASE_URL: \"" + RecordingServer.ADDRESS + "\"}")
			.done();
		RecordingServer server = RecordingServer.start(this.product, "feat/x");
		this.product.hjk(login.start("feat/x", "a", print)).done();
		this.product.hjk("auth", "default", "claude", "work").done();
		this.product.hjk(login.start("feat/x", "b", print)).done();
		this.product.log("feat/x", "a");
		this.product.log("feat/x", "b");
		assertThat(server.record()).contains(login.secret("home"), login.secret("work"));
		server.forget();
		assertThat(this.product.hjk("auth", "status").done()).containsPattern("claude +default +subscription")
			.containsPattern("claude +work \\* +subscription");
		assertThat(this.product.hjk("auth", "default", "claude", "nobody").code()).isEqualTo(3);
		this.product.hjk("auth", "remove", "claude").done();
		assertThat(this.product.hjk("auth", "status").done()).doesNotContain("work");
		assertThat(this.product.hjk("auth", "default", "claude", "default").done())
			.contains("uses account \"default\"");
	}

	private void start(SampleLogin login) {
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.start("feat/x", "a")).done();
	}

	private void assertSecretIsNowhere(String container) throws IOException {
		Canary.assertAbsent(this.product.tool("docker", "inspect", container));
		Canary.assertAbsent(this.product.tool("docker", "diff", container));
		Canary.assertAbsentOnDisk(this.product, container);
		Canary.assertAbsentBelow(this.product.home());
	}

}

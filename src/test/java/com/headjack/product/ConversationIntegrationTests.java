package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real Claude Code goes on with its conversations in a new container.
 */
@InWorld(World.RESIDENT)
class ConversationIntegrationTests extends InstanceTestBase {

	private static final String QUESTION = "the first question is 4711";

	private static final String ANSWER = "the first answer is 4712";

	@BeforeEach
	void setUp() {
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
		this.product.hjk("config", "agents.claude.env", "{ANTHROPIC_BASE_URL: \"" + RecordingServer.ADDRESS + "\"}")
			.done();
	}

	@ParameterizedTest
	@ValueSource(strings = { "apikey", "subscription" })
	void conversationsSurviveANewContainerAndTheLoginIsNotAmongThem(String method) throws Exception {
		SampleLogin login = SampleLogin.of("claude", method);
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		RecordingServer.saying(ANSWER, this.product, "feat/x", "server");
		this.product.hjk(login.start("feat/x", "a", "--", "-p", QUESTION)).done();
		assertThat(this.product.log("feat/x", "a")).contains(ANSWER);
		this.product.hjk("recreate", "feat/x").done();
		RecordingServer server = RecordingServer.saying("well", this.product, "feat/x", "again");
		this.product.hjk(login.start("feat/x", "b", "--", "--continue", "-p", "and then?")).done();
		assertThat(this.product.log("feat/x", "b")).contains("well");
		assertThat(server.record()).contains(QUESTION, ANSWER, "and then?", login.secret());
		Canary.assertAbsentBelow(kept());
		server.forget();
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(this.product.home().resolve(".local/share/headjack/sessions")).isEmptyDirectory();
	}

	private Path kept() throws IOException {
		try (Stream<Path> folders = Files.walk(this.product.home().resolve(".local/share/headjack/sessions"), 2)) {
			Path kept = folders.filter((path) -> path.endsWith("conversations")).findFirst().orElseThrow();
			assertThat(kept.resolve(".claude/projects")).isDirectory();
			return kept;
		}
	}

	@Test
	void whatTheUserMountsIsLeftWhereItIs() throws IOException {
		Path own = Files.createDirectories(this.product.home().resolve("own/projects"));
		Files.writeString(own.resolve("mine"), "mine");
		this.product
			.hjk("config", "runtime.flags",
					"[--network, none, --volume, '" + own.getParent() + ":/home/agent/.claude']")
			.done();
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.ask("feat/x", "a")).done();
		this.product.log("feat/x", "a");
		assertThat(own.resolve("mine")).hasContent("mine");
		assertThat(Files.isSymbolicLink(own)).isFalse();
	}

}

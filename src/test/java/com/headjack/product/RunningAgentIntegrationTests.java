package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Agents at work do not end without a question, and a branch is enough to name its only
 * session.
 */
@InWorld(World.RESIDENT)
class RunningAgentIntegrationTests extends InstanceTestBase {

	private static final String PROFILE = """
			command: sh
			flags: [-c, 'echo "given: $*"; sleep 600', agent]
			logins:
			  apikey:
			    variable: MINE_KEY
			    accepts: {pattern: mine-.+, expected: a key that starts with mine-}
			    environment: {MINE_KEY: "${credential}"}
			""";

	@BeforeEach
	void setUp() throws IOException {
		Path agents = Files.createDirectories(this.product.home().resolve(".config/headjack/agents"));
		Files.writeString(agents.resolve("mine.yaml"), PROFILE);
		this.product.piped("mine-FAKE", "auth", "mine", "--method", "apikey").done();
	}

	@Test
	void stopAndRecreateNameTheAgentsAndAskOrWantForce() throws IOException {
		this.product.hjk("run", "feat/x", "--", "--model", "x").assertFailed(2, "need an agent", "--agent");
		this.product.assertNothingIsMade("feat/x");
		this.product.hjk("run", "feat/x", "--agent", "mine", "-d", "-n", "review", "--", "--model", "x").done();
		this.product.awaitPrinted("feat/x", "review", "given: --model x");
		this.product.hjk("exec", "feat/x", "-d", "-n", "web", "--", "sleep", "600").done();
		this.product.hjk("stop", "feat/x").assertFailed(2, "review (mine), web (exec)", "hjk stop feat/x -f");
		this.product.hjk("recreate", "feat/x").assertFailed(2, "review (mine), web (exec)", "hjk recreate feat/x -f");
		this.product.hjk("kill", "feat/x").assertFailed(2, "review (mine), web (exec)", "hjk kill feat/x/review");
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk stop feat/x").await("End them? (y/N)").await("review (mine)").type("n").awaitPrompt();
			assertThat(this.product.hjk("ps").done()).contains("running");
			terminal.type("clear; hjk").awaitPattern("hjk>\\s*$").type("recreate feat/x").await("End them? (y/N)");
			terminal.type("y").await("Recreated instance ");
		}
		assertThat(this.product.hjk("kill", "feat/x").code()).isEqualTo(3);
		this.product.hjk("agent", "feat/x", "mine", "-d", "-n", "again").done();
		this.product.hjk("recreate", "feat/x", "-f").done();
		this.product.hjk("stop", "feat/x").done();
		assertThat(this.product.hjk("start", "feat/x").done()).startsWith("Started instance ");
		assertThat(this.product.hjk("start", "feat/x").done()).endsWith(" is already running\n");
	}

	@Test
	void aBranchMeansItsOnlySessionOrItsLast() throws IOException {
		this.product.hjk("start", "feat/x").assertFailed(3, "no instance found", "hjk run feat/x");
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("logs", "feat/x").assertFailed(3, "has no sessions", "hjk agent feat/x");
		this.product.hjk("exec", "feat/x", "-d", "-n", "short", "--", "echo", "early").done();
		this.product.log("feat/x", "short");
		Hjk.Result ended = this.product.hjk("logs", "feat/x");
		assertThat(ended.done()).contains("early");
		assertThat(ended.errors()).isEqualTo("Session short (exec): exited (0)\n");
		this.product.hjk("agent", "feat/x", "mine", "-d", "-n", "review").done();
		this.product.awaitPrinted("feat/x", "review", "given");
		assertThat(this.product.hjk("logs", "feat/x").errors()).isEqualTo("Session review (mine): running\n");
		assertThat(this.product.hjk("complete", "--", "kill", "").done().lines()).contains("feat/x", "feat/x/review");
		assertThat(this.product.hjk("kill", "feat/x").done()).isEqualTo("Killed session review\n");
	}

}

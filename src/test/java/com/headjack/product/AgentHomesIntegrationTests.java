package com.headjack.product;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real agents where the image or the user's configuration has them keep their files
 * elsewhere.
 */
@InWorld(World.RESIDENT)
class AgentHomesIntegrationTests extends InstanceTestBase {

	@ParameterizedTest
	@CsvSource({ "claude, apikey, CLAUDE_CONFIG_DIR, /home/agent/else where, /home/agent/else where/.claude.json",
			"codex, subscription, CODEX_HOME, /home/agent/elsewhere, /home/agent/elsewhere/auth.json",
			"gemini, apikey, GEMINI_CLI_HOME, ~/elsewhere, /home/agent/elsewhere/.gemini/settings.json" })
	void anAgentIsReadyWhereTheContainerSaysThatItsFilesAre(String agent, String method, String variable, String folder,
			String file) throws IOException {
		configure("[--network, none, --env, \"" + variable + "=" + folder + "\"]");
		assertReady(SampleLogin.of(agent, method), file);
		Canary.assertAbsentOnDisk(this.product, this.product.container("feat/x"));
	}

	@ParameterizedTest
	@CsvSource({ "claude, subscription, CLAUDE_CONFIG_DIR, ~/elsewhere, /home/agent/elsewhere/.claude.json",
			"codex, apikey, CODEX_HOME, elsewhere, /workspace/elsewhere/auth.json",
			"gemini, apikey, GEMINI_CLI_HOME, /workspace/elsewhere, /workspace/elsewhere/.gemini/settings.json" })
	void anAgentIsReadyWhereTheUserSaysThatItsFilesAre(String agent, String method, String variable, String folder,
			String file) throws IOException {
		configure("[--network, none, --env, " + variable + "=/nowhere]");
		this.product.hjk("config", "agents." + agent + ".env", "{" + variable + ": \"" + folder + "\"}").done();
		Hjk.Result started = assertReady(SampleLogin.of(agent, method), file);
		assertThat(started.errors().contains("a folder of the worktree")).isEqualTo(file.startsWith("/workspace"));
		Canary.assertAbsentBelow(this.product.home());
	}

	private void configure(String flags) {
		this.product.hjk("config", "runtime.flags", flags).done();
	}

	private Hjk.Result assertReady(SampleLogin login, String file) throws IOException {
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		Hjk.Result started = this.product.hjk(login.start("feat/x", "a"));
		started.done();
		this.product.screen("feat/x", "a", String.valueOf(login.ready()));
		assertThat(this.product.inside("feat/x", "[ -e '" + file + "' ] && ls -A ~")).doesNotContain(".claude",
				".codex", ".gemini");
		return started;
	}

}

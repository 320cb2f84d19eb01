package com.headjack.shell;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.TestAgents;

import static org.assertj.core.api.Assertions.assertThat;

class CommandHistoryTests {

	private final CommandHistory history = new CommandHistory(TestAgents.builtIn(),
			TestCommandLine.of(NoApplication.INSTANCE).table());

	@ParameterizedTest
	@ValueSource(strings = { "ps", "hjk ps -a", "ls", "@setup.hjk", "run task-management-x",
			"agent feat/x claude -p 'fix the login of sk'", "auth status\nps" })
	void commandsAreRemembered(String line) {
		assertThat(this.history.harmless(line)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sk-ant-oat01-FAKE-CANARY-token", "nonsense", " ps", "ps\nFAKE-CANARY-pasted",
			"auth claude sk-ant-api03-FAKE-CANARY-key", "agent x codex -p 'use sk-FAKE-CANARY-0123456789'",
			"auth gemini --account=AIzaFAKE-CANARY-0123456789", "auth claude sk-ant-ort01-FAKE-CANARY-token",
			"{\"tokens\":\"FAKE-CANARY\"}" })
	void whatCouldBeASecretIsForgotten(String line) {
		assertThat(this.history.harmless(line)).isFalse();
	}

}

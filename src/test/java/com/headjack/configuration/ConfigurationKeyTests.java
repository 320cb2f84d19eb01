package com.headjack.configuration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConfigurationKeyTests {

	@ParameterizedTest
	@ValueSource(strings = { "default.agent", "default.base_image", "agents.claude.env", "agents.my-agent.flags",
			"agents.codex.account", "storage.worktrees", "storage.sessions", "logs.limit", "attach.prefix",
			"attach.mouse", "attach.clipboard", "attach.notifications", "resident.mode", "resident.idle",
			"runtime.name", "runtime.flags", "keyring.backend", "vault.address", "vault.mount", "vault.path",
			"vault.namespace", "vault.auth" })
	void parseWhenKeyIsKnownGivesIt(String name) {
		assertThat(ConfigurationKey.parse(name).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "default.agnet,default.agent", "agents.claude.flag,agents.claude.flags",
			"keyring.backends,keyring.backend", "runtime,runtime.name", "agents.Claude.env,agents.<name>.env" })
	void parseWhenKeyIsUnknownNamesTheNearest(String name, String nearest) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> ConfigurationKey.parse(name))
			.withMessage("invalid configuration key \"" + name + "\"")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies((ex) -> assertThat(ex.remedy()).contains("did you mean " + nearest + "?"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fruit", "a.b.c" })
	void parseWhenNoKeyIsNearListsAll(String name) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> ConfigurationKey.parse(name))
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).startsWith("the keys are: default.agent, "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A B", "A=b", "A\n", "=", " " })
	void parseWhenAVariableHasNoNameRefuses(String name) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> ConfigurationKey.parse("agents.claude.env." + name))
			.withMessage("invalid variable name in \"agents.claude.env." + name + "\"")
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("agents.claude.env.NAME VALUE"));
	}

	@Test
	void parseWhenARepositoryHasNoIdRefuses() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> ConfigurationKey.parse("agents.claude.repositories.web"))
			.withMessage("invalid repository ID in \"agents.claude.repositories.web\"")
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("hjk auth default AGENT ACCOUNT --here"));
		assertThat(ConfigurationKey.parse("agents.claude.repositories.my.app-1f0c3a5e").variable())
			.isEqualTo("my.app-1f0c3a5e");
	}

	@Test
	void valueOfARepositoryIsAnAccountAndNeverNothing() {
		ConfigurationKey key = ConfigurationKey.parse("agents.claude.repositories.web-1f0c3a5e");
		assertThat(key.value(List.of(" work ")).shown()).isEqualTo("work");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> key.value(List.of(" ")))
			.withMessageContaining("is empty");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> key.value(List.of("a b")))
			.withMessageContaining("invalid value \"a b\"");
	}

	@Test
	void agentIsTheOneInTheKey() {
		assertThat(ConfigurationKey.parse("agents.claude.env.A.B").agent()).contains("claude");
		assertThat(ConfigurationKey.parse("agents.claude.env").agent()).contains("claude");
		assertThat(ConfigurationKey.parse("default.agent").agent()).isEmpty();
	}

}

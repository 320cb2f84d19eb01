package com.headjack.shell.command;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.TestAgents;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingChoicesTests {

	private final SettingChoices choices = new SettingChoices(TestAgents.builtIn());

	@ParameterizedTest
	@CsvSource({ "default.agent,codex", "runtime.name,podman", "keyring.backend,auto", "keyring.backend,keyctl",
			"vault.path,anything" })
	void checkWhenTheValueIsAChoiceAccepts(String key, String value) {
		assertThatCode(() -> this.choices.check(ConfigurationKey.parse(key), value)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "default.agent,nobody,'claude, gemini, codex, opencode'", "runtime.name,rkt,'auto, docker, podman'",
			"keyring.backend,paper,'auto, wincred, keychain, secret-service, keyctl, file, vault'" })
	void checkWhenTheValueIsNoChoiceNamesThem(String key, String value, String choices) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.choices.check(ConfigurationKey.parse(key), value))
			.withMessageContaining("\"" + value + "\" for " + key)
			.satisfies((ex) -> assertThat(ex.remedy()).contains("use one of " + choices));
	}

}

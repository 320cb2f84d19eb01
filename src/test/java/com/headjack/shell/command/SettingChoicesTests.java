package com.headjack.shell.command;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.TestAgents;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.failure.HeadjackException;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingChoicesTests {

	private final SettingChoices choices = new SettingChoices(TestAgents.builtIn(),
			new StoreSelector(List.of(new InMemorySecretStore()), null));

	@ParameterizedTest
	@CsvSource({ "default.agent,codex", "runtime.name,podman", "keyring.backend,auto", "keyring.backend,memory",
			"vault.path,anything" })
	void checkWhenTheValueIsAChoiceAccepts(String key, String value) {
		assertThatCode(() -> this.choices.check(ConfigurationKey.parse(key), value)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "default.agent,nobody,'claude, gemini, codex, opencode'", "runtime.name,rkt,'auto, docker, podman'",
			"keyring.backend,paper,'auto, memory'" })
	void checkWhenTheValueIsNoChoiceNamesThem(String key, String value, String choices) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.choices.check(ConfigurationKey.parse(key), value))
			.withMessageContaining("\"" + value + "\" for " + key)
			.satisfies((ex) -> assertThat(ex.remedy()).contains("use one of " + choices));
	}

}

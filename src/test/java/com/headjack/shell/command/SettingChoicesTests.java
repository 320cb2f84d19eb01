package com.headjack.shell.command;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.AgentId;
import com.headjack.agent.TestAgents;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.credential.TestKeys;
import com.headjack.engine.RuntimeName;
import com.headjack.failure.HeadjackException;
import com.headjack.store.StoreNames;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SettingChoicesTests {

	private final SettingChoices choices = new SettingChoices(TestAgents.builtIn());

	@ParameterizedTest
	@CsvSource({ "default.agent,codex", "runtime.name,podman", "keyring.backend,auto", "keyring.backend,keyctl",
			"vault.path,anything" })
	void checkWhenTheValueIsAChoiceAccepts(String key, String value) {
		assertThatCode(() -> this.choices.check(ConfigurationKey.parse(key), value)).doesNotThrowAnyException();
	}

	static Stream<Arguments> choices() {
		return Stream.of(arguments("default.agent", TestAgents.builtIn().ids().stream().map(AgentId::value).toList()),
				arguments("runtime.name", RuntimeName.all()), arguments("keyring.backend",
						Stream.concat(Stream.of(StoreSelector.AUTO), StoreNames.ALL.stream()).toList()));
	}

	@ParameterizedTest
	@MethodSource("choices")
	void checkWhenTheValueIsNoChoiceNamesThem(String key, List<String> choices) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.choices.check(ConfigurationKey.parse(key), "paper"))
			.withMessageContaining("\"paper\" for " + key)
			.satisfies((ex) -> assertThat(ex.remedy()).contains("use one of " + String.join(", ", choices)));
	}

	@ParameterizedTest
	@ValueSource(strings = { TestKeys.GEMINI_KEY, "key=" + TestKeys.GEMINI_KEY,
			"sk-ant-api03-FAKE-CANARY-FAKE-CANARY-FAKE-CANARY" })
	void checkWhenTheValueIsACredentialDoesNotShowIt(String value) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.choices.check(ConfigurationKey.parse("default.agent"), value))
			.withMessage("invalid agent \"…\" for default.agent");
	}

}

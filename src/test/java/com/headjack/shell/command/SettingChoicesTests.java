package com.headjack.shell.command;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.TestAgents;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.engine.RuntimeName;
import com.headjack.failure.HeadjackException;
import com.headjack.store.StoreNames;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingChoicesTests {

	private final SettingChoices choices = new SettingChoices(TestAgents.builtIn());

	@Test
	void choicesAreThoseOfTheirReaders() {
		assertThat(Setting.RUNTIME_NAME.choices()).isEqualTo(RuntimeName.all());
		assertThat(Setting.KEYRING_BACKEND.choices())
			.isEqualTo(Stream.concat(Stream.of(StoreSelector.AUTO), StoreNames.ALL.stream()).toList());
	}

	@ParameterizedTest
	@CsvSource({ "default.agent,codex", "runtime.flags,--memory=2g", "agents.claude.account,work",
			"vault.path,anything" })
	void checkNewWhenTheValueIsAChoiceAccepts(String key, String value) {
		assertThatCode(() -> check(key, value)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "default.agent|paper|invalid agent \"paper\" for default.agent",
					"agents.paper.flags|--x|invalid agent \"paper\" in agents.paper.flags",
					"runtime.flags|--privileged|runtime.flags: \"--privileged\" is not supported",
					"runtime.flags|--memory=much|runtime.flags: --memory expects a size such as 512m" })
	void checkNewWhenTheValueIsNoneRefuses(String key, String value, String message) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> check(key, value)).withMessage(message);
	}

	@Test
	void checkWhenTheAgentIsGoneAccepts() {
		ConfigurationKey key = ConfigurationKey.parse("default.agent");
		assertThatCode(() -> this.choices.check(key, key.value(List.of("gone")))).doesNotThrowAnyException();
	}

	private void check(String name, String value) {
		ConfigurationKey key = ConfigurationKey.parse(name);
		this.choices.checkNew(key, key.value(List.of(value)));
	}

}

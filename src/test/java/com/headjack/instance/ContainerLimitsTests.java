package com.headjack.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import com.headjack.configuration.Preferences;
import com.headjack.engine.RuntimeFlag;
import com.headjack.engine.RuntimeOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContainerLimitsTests {

	private final Map<String, Object> settings = new HashMap<>();

	private final ContainerLimits limits = new ContainerLimits(preferences(this.settings));

	private static Preferences preferences(Map<String, Object> settings) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("sample", settings));
		return new Preferences(environment);
	}

	@Test
	void addToWithoutSettingsAddsNothing() {
		assertThat(this.limits.addTo(RuntimeOptions.none())).isEqualTo(RuntimeOptions.none());
	}

	@Test
	void addToKeepsTheFlagsOfTheUser() {
		this.settings.putAll(Map.of("runtime.memory", "2g", "runtime.pids", "100"));
		RuntimeOptions options = this.limits.addTo(RuntimeOptions.parse(List.of("--memory", "3g")));
		assertThat(options.last(RuntimeFlag.MEMORY)).contains("3g");
		assertThat(options.last(RuntimeFlag.PIDS_LIMIT)).contains("100");
	}

	@Test
	void addToWhenTheSettingIsNoneTakesTheLimitAway() {
		this.settings.putAll(Map.of("runtime.memory", "none", "runtime.pids", "none"));
		RuntimeOptions options = this.limits.addTo(RuntimeOptions.none());
		assertThat(options.last(RuntimeFlag.MEMORY)).contains("0");
		assertThat(options.last(RuntimeFlag.PIDS_LIMIT)).contains("-1");
	}

	@ParameterizedTest
	@CsvSource({ "runtime.memory,much", "runtime.memory,-1", "runtime.pids,0", "runtime.pids,4k" })
	void addToWhenASettingHasAnotherFormNamesIt(String key, String value) {
		this.settings.put(key, value);
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> this.limits.addTo(RuntimeOptions.none()))
			.withMessageStartingWith(key + " expects a ");
	}

}

package com.headjack.host;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserVariablesTests {

	@Test
	void giveBackRestoresTheUsersValues() {
		assertThat(given(Map.of("LC_ALL", "C.UTF-8", "HJK_USER_LC_ALL", "fa_IR.UTF-8", "HJK_USER_JAVA_TOOL_OPTIONS",
				"-Dx=y", "LANG", "C")))
			.isEqualTo(Map.of("LC_ALL", "fa_IR.UTF-8", "JAVA_TOOL_OPTIONS", "-Dx=y", "LANG", "C"));
	}

	@Test
	void giveBackWhenTheUserHasNoLocaleRemovesTheLaunchers() {
		assertThat(given(Map.of("LC_ALL", "C.UTF-8", "HJK_USER_LC_ALL", ""))).isEmpty();
	}

	@Test
	void giveBackWithoutTheLauncherChangesNothing() {
		assertThat(given(Map.of("LC_ALL", "C"))).isEqualTo(Map.of("LC_ALL", "C"));
	}

	private static Map<String, String> given(Map<String, String> variables) {
		Map<String, String> environment = new TreeMap<>(variables);
		UserVariables.giveBack(environment);
		return environment;
	}

}

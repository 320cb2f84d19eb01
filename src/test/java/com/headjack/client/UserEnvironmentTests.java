package com.headjack.client;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.headjack.host.UserVariables;

import static org.assertj.core.api.Assertions.assertThat;

class UserEnvironmentTests {

	@Test
	void giveBackWhenSetAsideGivesNamesAndValues() {
		Map<String, String> set = Map.of("HJK_USER_LC_ALL", "de_DE.UTF-8", "LC_ALL", "C.UTF-8", "HJK_USER_CLASSPATH",
				"/lib", "PATH", "/bin");
		assertThat(givenBack(set)).isEqualTo(Map.of("LC_ALL", "de_DE.UTF-8", "CLASSPATH", "/lib", "PATH", "/bin"));
	}

	@Test
	void giveBackWhenUserHasNoLocaleRemovesIt() {
		assertThat(givenBack(Map.of("HJK_USER_LC_ALL", "", "LC_ALL", "C.UTF-8"))).isEmpty();
	}

	private static Map<String, String> givenBack(Map<String, String> set) {
		Map<String, String> here = new HashMap<>(set);
		UserEnvironment.giveBack(here);
		Map<String, String> there = new HashMap<>(set);
		UserVariables.giveBack(there);
		assertThat(here).as("the same as without a resident process").isEqualTo(there);
		return here;
	}

}

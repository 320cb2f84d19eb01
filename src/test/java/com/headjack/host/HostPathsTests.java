package com.headjack.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostPathsTests {

	@Test
	void ofUsesTheFoldersOfTheXdgVariables() {
		HostPaths paths = paths(
				Map.of("XDG_CONFIG_HOME", "/config", "XDG_DATA_HOME", "/data", "XDG_STATE_HOME", "/state"));
		assertThat(paths).isEqualTo(new HostPaths(Path.of("/config/headjack"), Path.of("/data/headjack/git"),
				Path.of("/data/headjack/sessions"), Path.of("/state/headjack/history")));
	}

	@Test
	void ofWithoutVariablesUsesFoldersBelowTheHomeFolder() {
		assertThat(paths(Map.of("XDG_CONFIG_HOME", "relative"))).isEqualTo(new HostPaths(
				Path.of("/home/me/.config/headjack"), Path.of("/home/me/.local/share/headjack/git"),
				Path.of("/home/me/.local/share/headjack/sessions"), Path.of("/home/me/.local/state/headjack/history")));
	}

	private static HostPaths paths(Map<String, String> variables) {
		Path home = Path.of("/home/me");
		return HostPaths.of(new HostEnvironment(OperatingSystem.LINUX, home, home, variables, Set.of()));
	}

}

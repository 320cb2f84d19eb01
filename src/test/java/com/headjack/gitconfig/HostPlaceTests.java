package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostPlaceTests {

	@ParameterizedTest
	@CsvSource({ "/etc/x, /etc/x", "~/x, /home/ada/x", "x/y, /worktree/x/y" })
	void resolveMeansARelativePathFromTheWorkingTree(String value, Path path) {
		assertThat(place(Map.of()).resolve(value)).isEqualTo(path);
	}

	@Test
	void configurationFolderWhenRelativeIsMeantFromTheWorkingTree() {
		assertThat(place(Map.of()).configurationFolder()).isEqualTo(Path.of("/home/ada/.config/git"));
		assertThat(place(Map.of("XDG_CONFIG_HOME", "cfg")).configurationFolder())
			.isEqualTo(Path.of("/worktree/cfg/git"));
	}

	private static HostPlace place(Map<String, String> variables) {
		return new HostPlace(Path.of("/home/ada"), Path.of("/worktree"), Path.of("/repo"), Path.of("/repo/.git"),
				variables, (_) -> false);
	}

}

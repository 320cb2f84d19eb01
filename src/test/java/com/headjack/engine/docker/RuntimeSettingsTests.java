package com.headjack.engine.docker;

import java.util.List;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import org.junit.jupiter.api.Test;

import com.headjack.engine.RuntimeOptions;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeSettingsTests {

	private static HostConfig applied(String... flags) {
		HostConfig config = HostConfig.newHostConfig()
			.withMemory(1L)
			.withPidsLimit(2L)
			.withUlimits(List.of(new Ulimit("core", 0L, 0L)));
		return new RuntimeSettings(RuntimeOptions.parse(List.of(flags))).applyTo(config);
	}

	@Test
	void applyToWithoutFlagsKeepsTheDefaults() {
		HostConfig config = applied();
		assertThat(config.getMemory()).isEqualTo(1);
		assertThat(config.getPidsLimit()).isEqualTo(2);
		assertThat(config.getUlimits()).containsExactly(new Ulimit("core", 0L, 0L));
	}

	@Test
	void applyToReplacesTheDefaultsByTheFlags() {
		HostConfig config = applied("-m", "2k", "--pids-limit=-1", "--ulimit", "core=-1", "--ulimit=nofile=5:6");
		assertThat(config.getMemory()).isEqualTo(2048);
		assertThat(config.getPidsLimit()).isEqualTo(-1);
		assertThat(config.getUlimits()).containsExactly(new Ulimit("core", -1L, -1L), new Ulimit("nofile", 5L, 6L));
	}

}

package com.headjack.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaunchTests {

	@Test
	void ofProcessTakesTheWorldOfTheProcess() {
		Launch launch = Launch.ofProcess();
		assertThat(launch.folder()).isEqualTo(Path.of("").toAbsolutePath().toString());
		assertThat(launch.variables()).isEqualTo(System.getenv());
		assertThat(launch.patience()).isEqualTo(Duration.ofMillis(200));
		assertThat(launch.socket()).isEmpty();
		assertThat(launch).hasToString("Launch[]");
	}

	@Test
	void helloWhenAWordWasNotDecodedIsNull() {
		assertThat(Launch.ofProcess().hello(List.of("ps", "\ufffd"))).isNull();
		assertThat(Launch.ofProcess().hello(List.of("ps"))).isNotNull();
	}

	@Test
	void helloWhenAFileOfThisProcessIsNamedIsNull() {
		assertThat(Launch.ofProcess().hello(List.of("image", "build", "--from=/dev/fd/63"))).isNull();
		Launch own = Launch.ofProcess();
		for (String value : List.of("/proc/self/fd/11", "/dev/fd/63")) {
			Launch launch = new Launch(own.socket(), own.build(), own.home(), own.terminals(), own.modes(), own.size(),
					own.folder(), Map.of("VAULT_CACERT", value), own.patience());
			assertThat(launch.hello(List.of("ps"))).isNull();
		}
	}

}

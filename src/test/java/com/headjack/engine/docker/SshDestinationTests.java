package com.headjack.engine.docker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SshDestinationTests {

	@ParameterizedTest
	@CsvSource({ "ssh://big,-- big,ssh big", "ssh://me@big,-l me -- big,ssh me@big",
			"ssh://me@10.0.0.7:2222,-p 2222 -l me -- 10.0.0.7,ssh -p 2222 me@10.0.0.7",
			"ssh://[::1]:22,-p 22 -- ::1,ssh -p 22 ::1" })
	void wordsNameTheMachineAsSshWantsIt(String address, String words, String trial) {
		SshDestination destination = SshDestination.parse(address).orElseThrow();
		assertThat(String.join(" ", destination.words())).isEqualTo(words);
		assertThat(destination.trial()).isEqualTo(trial);
		assertThat(destination.uri()).hasToString(address);
	}

	@Test
	void commandAsksTheProgramThatIsThere() {
		assertThat(SshDestination.parse("ssh://big").orElseThrow().command())
			.isEqualTo("sh -c 'if command -v docker >/dev/null; then exec docker system dial-stdio; "
					+ "else exec podman system dial-stdio; fi'");
	}

	@Test
	void commandNamesTheSocket() {
		assertThat(SshDestination.parse("ssh://big/run/user/7/p.sock").orElseThrow().command()).startsWith(
				"sh -c 'export DOCKER_HOST=unix:///run/user/7/p.sock CONTAINER_HOST=unix:///run/user/7/p.sock; ");
	}

}

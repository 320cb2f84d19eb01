package com.headjack.text;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Suggestions.
 */
class NearestMatchTests {

	private static final List<String> KNOWN = List.of("auth", "run", "ps", "ls", "stop", "start", "rm", "recreate",
			"agent", "exec", "attach", "logs", "kill", "config", "doctor", "completion", "version", "help", "claude",
			"--detach", "--name", "--agent");

	@ParameterizedTest
	@CsvSource({ "CLAUDE,claude", "cluade,claude", "lgos,logs", "atach,attach", "recrate,recreate", "rn,run",
			"docter,doctor", "confg,config", "--detatch,--detach", "--nmae,--name", "Run,run" })
	void ofANearWordIsTheKnownOne(String typed, String nearest) {
		assertThat(NearestMatch.of(typed, KNOWN)).contains(nearest);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "-", "--", "--x", "delete", "list", "xyz", "podman", "remove", "zz", "pr",
			"frobnicate", "日本" })
	void ofAFarWordIsNone(String typed) {
		assertThat(NearestMatch.of(typed, KNOWN)).isEmpty();
	}

}

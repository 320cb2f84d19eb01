package com.headjack.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.failure.FailureKind;
import com.headjack.injection.InjectionPlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionPlanTests {

	private static SessionPlan plan(String... words) {
		return new SessionPlan(List.of(words), InjectionPlan.NOTHING);
	}

	@Test
	void commandLineGivesAShellTheSameWords() throws IOException {
		String[] words = { "a b", "it's", "", "$HOME", "`id`", "line\nend", "\u65e5\u672c", "\\", "*" };
		Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + plan(words).commandLine()).start();
		assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0"))
			.hasSize(words.length)
			.startsWith("a b", "it's", "", "$HOME", "`id`", "line\nend")
			.endsWith("\\", "*");
	}

	@Test
	void commandLineUpToTheLimitOfLinuxIsTaken() {
		assertThat(plan("x".repeat(131_038)).commandLine()).hasSize(131_040);
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> plan("x".repeat(131_039)).commandLine())
			.withMessage("the command is too long: 131041 bytes, where 131040 are possible")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies((ex) -> assertThat(ex.remedy()).hasValueSatisfying((text) -> assertThat(text).contains("file")));
	}

}

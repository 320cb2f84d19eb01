package com.headjack.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProfilePatternTests {

	private static ProfilePattern pattern(String text) {
		return ProfilePattern.parse(text, () -> "mine.yaml:3:9");
	}

	@Test
	void matchesIsForAllOfATextAndIsInForAPart() {
		assertThat(pattern("a(?!c).").matches("ab")).isTrue();
		assertThat(pattern("a(?!c).").matches("xab")).isFalse();
		assertThat(pattern("a(?!c).").isIn("xabx")).isTrue();
		assertThat(pattern("a(?!c).").isIn("xacx")).isFalse();
		assertThat(pattern("b").indexIn("aab")).hasValue(2);
		assertThat(pattern("b").indexIn("a")).isEmpty();
	}

	@Test
	void isInALargeTextIsTold() {
		assertThat(pattern("(?m)^[ \\t]*key[ \\t]*=").isIn("  line of a file\n".repeat(60_000) + "key=")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(a+)+b", "(a|a)*b", "(?:a|b)*c", "(.*)*x", "(a*)*\\1b" })
	void matchThatTakesTooLongFailsWithThePlace(String text) {
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> pattern(text).isIn("a".repeat(100_000)))
			.withMessage("the regular expression in mine.yaml:3:9 takes too long")
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains("(a+)+"));
	}

}

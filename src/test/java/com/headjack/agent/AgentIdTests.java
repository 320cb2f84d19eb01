package com.headjack.agent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AgentIdTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "7", "open-code", "abcdefghijklmnopqrstuvwxyz012345" })
	void idTakesLowerCaseLettersDigitsAndHyphens(String text) {
		assertThat(AgentId.isValid(text)).isTrue();
		assertThat(new AgentId(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-a", "A", "a b", "../a", "a.yaml", "abcdefghijklmnopqrstuvwxyz0123456" })
	void idRefusesEverythingElse(String text) {
		assertThat(AgentId.isValid(text)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new AgentId(text));
	}

}

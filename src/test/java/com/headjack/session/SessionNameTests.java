package com.headjack.session;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "Fix-1_b", "0123456789012345678901234567890123456789012345678901234567890123" })
	void ofTakesLettersDigitsHyphensAndUnderscores(String text) {
		assertThat(SessionName.of(text)).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-a", "_a", "a b", "a.b", "a/b", "a:b", "\u00e4",
			"01234567890123456789012345678901234567890123456789012345678901234" })
	void ofWhenTextCannotBeANameFails(String text) {
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> SessionName.of(text))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void randomMakesNamesUp() {
		Random random = new Random(1);
		for (int tries = 0; tries < 100; tries++) {
			String name = SessionName.random(random).value();
			assertThat(SessionName.of(name).value()).matches("[a-z]+-[a-z]+");
		}
	}

}

package com.headjack.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LoginMethodTests {

	@ParameterizedTest
	@CsvSource({ "SUBSCRIPTION,subscription,Subscription,subscription", "API_KEY,apikey,API Key,API key" })
	void methodHasNamesForOptionsMenusAndSentences(LoginMethod method, String value, String title, String words) {
		assertThat(method.value()).isEqualTo(value);
		assertThat(method.title()).isEqualTo(title);
		assertThat(method).hasToString(words);
		assertThat(LoginMethod.parse(value)).hasValue(method);
	}

	@Test
	void ofWhenThereIsNoSuchMethodNamesThoseThereAre() {
		assertThat(LoginMethod.parse("password")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> LoginMethod.of("password"))
			.withMessage("a login is 'subscription' or 'apikey'");
	}

}

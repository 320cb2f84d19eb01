package com.headjack.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretNameTests {

	@Test
	void textWhenWithoutAccountIsThatOfTheAgent() {
		assertThat(SecretName.of("claude").text()).isEqualTo("claude-credential");
	}

	@Test
	void textWhenWithAccountEndsWithIt() {
		assertThat(SecretName.of("claude").withAccount("work")).hasToString("claude-credential.work");
	}

	@ParameterizedTest
	@ValueSource(strings = { "work", "a.b", "a/b", "x-credential", "credential.y", "É", "-credential.z" })
	void parseGivesTheNameOfTheText(String account) {
		SecretName name = SecretName.of("my-credential-agent").withAccount(account);
		assertThat(SecretName.parse(name.text())).contains(name);
	}

	@Test
	void parseWhenTheOwnerEndsLikeTheTextGivesTheName() {
		SecretName name = SecretName.of("x-credential");
		assertThat(SecretName.parse(name.text())).contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "claude", "claude-credential.", "-credential", "Claude-credential",
			"claude-credentials", "claude-credential.a\nb", "claude-credential.a\0b" })
	void parseWhenNotOursIsEmpty(String text) {
		assertThat(SecretName.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Claude", "a b", "-a", "a/b", "a.b" })
	void ofWhenNotALowerCaseNameThrows(String owner) {
		assertThatIllegalArgumentException().isThrownBy(() -> SecretName.of(owner));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\nb", "a\0b", "\u001b[31m", "\u009b" })
	void withAccountWhenEmptyOrWithControlCharactersThrows(String account) {
		assertThatIllegalArgumentException().isThrownBy(() -> SecretName.of("claude").withAccount(account));
	}

	@Test
	void wordsAreThoseOfACommand() {
		assertThat(SecretName.of("claude").words()).isEqualTo("claude");
		assertThat(SecretName.of("claude").withAccount("work").words()).isEqualTo("claude --account work");
		assertThat(SecretName.of("claude").withAccount("a$b").words()).isEqualTo("claude --account \"a\\$b\"");
		assertThat(SecretName.of("claude").withAccount("-x").words()).isEqualTo("claude --account=\"-x\"");
	}

}

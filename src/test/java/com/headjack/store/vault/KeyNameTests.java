package com.headjack.store.vault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.store.SecretName;

import static org.assertj.core.api.Assertions.assertThat;

class KeyNameTests {

	@Test
	void ofWhenWithoutAccountIsTheText() {
		assertThat(KeyName.of(SecretName.of("claude"))).isEqualTo("claude-credential");
	}

	@ParameterizedTest
	@CsvSource({ "Work, Work", "a@b.example, a@b.example", "a/b, a=2Fb", "50%, 50=25", "a=2Fb, a=3D2Fb", "é, =C3=A9",
			"'a b', a=20b", "., =2E", "../x, =2E=2E=2Fx", "a., a=2E", "a..b, a.=2Eb", "a?b#c, a=3Fb=23c" })
	void ofAndParseKeepAnAccountThatAPathWouldNotTake(String account, String key) {
		SecretName name = SecretName.of("claude").withAccount(account);
		assertThat(KeyName.of(name)).isEqualTo("claude-credential." + key);
		assertThat(KeyName.parse("claude-credential." + key)).contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "other", "folder/", "claude-credential/", "claude-credential.a=2fb",
			"claude-credential.=41", "claude-credential.a b", "claude-credential.a=", "claude-credential.=0A" })
	void parseWhenNotOursIsEmpty(String key) {
		assertThat(KeyName.parse(key)).isEmpty();
	}

}

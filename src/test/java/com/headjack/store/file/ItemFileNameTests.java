package com.headjack.store.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.store.SecretName;

import static org.assertj.core.api.Assertions.assertThat;

class ItemFileNameTests {

	@Test
	void ofWithoutAccountIsTheText() {
		assertThat(ItemFileName.of(SecretName.of("claude"))).isEqualTo("claude-credential");
	}

	@ParameterizedTest
	@CsvSource({ "a/b,a%2Fb", "50%,50%25", "a:b,a%3Ab", "me@work.example,me@work.example", "Work,%57ork", "é,%C3%A9",
			"..,.." })
	void ofEscapesWhatAFileSystemMayNotTake(String account, String file) {
		SecretName name = SecretName.of("claude").withAccount(account);
		assertThat(ItemFileName.of(name)).isEqualTo("claude-credential." + file);
		assertThat(ItemFileName.parse(ItemFileName.of(name))).contains(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".lock", ".tmp-1", "notes", "claude-credential.%", "claude-credential.%zz",
			"claude-credential.%2f", "claude-credential.%61", "claude-credential.%0A", "claude-credential.%FF",
			"claude-credential.Work" })
	void parseWhenNotAsWeNameFilesIsEmpty(String file) {
		assertThat(ItemFileName.parse(file)).isEmpty();
	}

}

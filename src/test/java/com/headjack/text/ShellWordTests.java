package com.headjack.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words in a shell.
 */
class ShellWordTests {

	@ParameterizedTest
	@ValueSource(strings = { "feat/login", "größe", "v1.0+rc_1", "a=b", "user@host", "日本" })
	void quotedWhenThePlainWordWillDoIsThatWord(String word) {
		assertThat(ShellWord.quoted(word)).isEqualTo(word);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', value = { "a b,\"a b\"", "$x,\"\\$x\"", "a`b,\"a\\`b\"", "it's,\"it's\"",
			"-x,\"-x\"", "~,\"~\"", "||,\"\"", "it's!,'it'\\''s!'", "a\u202eb,$'a\\u202eb'" })
	void quotedWhenAShellWouldChangeTheWordQuotesIt(String word, String quoted) {
		assertThat(ShellWord.quoted(word)).isEqualTo(quoted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "$HOME", "`id`", "\"", "\\", "'", "a'b\u202e\\c", "!x'", "*", "{a,b}",
			"#x", "~root", "=x", "a\tb\n", "\033[2J", "<>|&;()", "\u200b日本\udb40\udc41" })
	void quotedWordIsReadByBash(String word) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("bash", "-c", "printf %s " + ShellWord.quoted(word));
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process bash = builder.start();
		assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(word);
		assertThat(bash.waitFor()).isZero();
	}

}

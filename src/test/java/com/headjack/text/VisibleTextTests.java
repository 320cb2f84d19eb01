package com.headjack.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a terminal would obey or hide.
 */
class VisibleTextTests {

	@ParameterizedTest
	@CsvSource({ "1b,\\x1b", "00,\\x00", "7f,\\x7f", "9b,\\u009b", "85,\\u0085", "202e,\\u202e", "2066,\\u2066",
			"200e,\\u200e", "61c,\\u061c", "200b,\\u200b", "200d,\\u200d", "feff,\\ufeff", "ad,\\u00ad", "2028,\\u2028",
			"2029,\\u2029", "e0041,\\U000e0041", "e0100,\\U000e0100", "fe0f,\\ufe0f", "3164,\\u3164", "d800,\\ud800",
			"dce9,\\xe9", "ffff,\\uffff", "0a,\\n", "0d,\\r", "09,\\t", "2800,\\u2800" })
	void lineEscapesWhatIsHidden(String character, String escape) {
		String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";
		assertThat(VisibleText.isPlain(text)).isFalse();
		assertThat(VisibleText.line(text)).isEqualTo("a" + escape + "b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "feat/login", "größer", "日本語", "🚀", "e\u0301", "עברית", "العربية", "a\\b" })
	void lineOfPlainTextIsTheSame(String text) {
		assertThat(VisibleText.isPlain(text)).isTrue();
		assertThat(VisibleText.line(text)).isSameAs(text);
		assertThat(VisibleText.json(text)).isEqualTo(text);
	}

	@Test
	void linesKeepsLineEndsAndTabs() {
		assertThat(VisibleText.lines("a\r\n\tb\rc\033[2J\n")).isEqualTo("a\n\tb\\rc\\x1b[2J\n");
	}

	@Test
	void jsonHasItsOwnEscapes() {
		assertThat(VisibleText.json("{\n\"a\": \"\u202e\u009b\udce9\udb40\udc41ä\"}"))
			.isEqualTo("{\n\"a\": \"\\u202e\\u009b\\udce9\\udb40\\udc41ä\"}");
	}

}

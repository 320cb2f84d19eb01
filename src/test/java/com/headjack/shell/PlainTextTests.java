package com.headjack.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
			value = { "a<CR><LF>b|a/b/", "<ESC>[31mred<ESC>[0m|red/", "10%<CR>100%<LF>|100%/",
					"<ESC>[3G\"loggedIn\":<ESC>[15Gtrue|  \"loggedIn\": true/", "ab<BS>c|ac/", "a<ESC>[2Cb|a  b/",
					"<ESC>]0;title<BEL>x<ESC>]777;y<ESC>\\z|xz/", "<ESC>(Bx|x/", "abc<CR><ESC>[Kd|d/", "ä<CR>ö|ö/" })
	void writeGivesLinesAsTheyStoodOnTheScreen(String printed, String expected) throws IOException {
		ByteArrayOutputStream target = new ByteArrayOutputStream();
		String text = printed.replace("<ESC>", "\033")
			.replace("<CR>", "\r")
			.replace("<LF>", "\n")
			.replace("<BS>", "\b")
			.replace("<BEL>", "\007");
		try (PlainText plain = new PlainText(target)) {
			plain.write(text.getBytes(StandardCharsets.UTF_8));
		}
		assertThat(target.toString(StandardCharsets.UTF_8).replace('\n', '/')).isEqualTo(expected);
	}

}

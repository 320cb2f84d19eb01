package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScreenOutputTests {

	private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

	private final ScreenOutput output = new ScreenOutput(this.screen);

	@Test
	void writePassesEveryByteOn() throws IOException {
		byte[] bytes = "a\033[?25l\033[31mä\0\377".getBytes(StandardCharsets.ISO_8859_1);
		this.output.write(bytes);
		assertThat(this.screen.toByteArray()).isEqualTo(bytes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "\033[?1049h\033[?1049l", "\033[?25l\033[?25h", "\033[?25h", "\033[4h",
			"\033[?x1049h", "\033]0;\033[\007", "\033[?123456h" })
	void restoreWhenNothingIsLeftOnWritesNothing(String drawn) throws IOException {
		assertThat(restored(drawn)).isEmpty();
	}

	@Test
	void restoreSwitchesBackWhatIsLeftOn() throws IOException {
		assertThat(restored("\033[?1049h\033[?1000;1006h\033[?25l\033[?1000l\033[?7l")).endsWith("\r\n")
			.contains("\033[?1049l", "\033[?1006l", "\033[?25h", "\033[?7h")
			.doesNotContain("1000");
	}

	@Test
	void restoreKnowsSequencesThatCameInPieces() throws IOException {
		for (byte octet : "\033[?2004h".getBytes(StandardCharsets.US_ASCII)) {
			this.output.write(octet);
		}
		assertThat(restored("")).contains("\033[?2004l");
	}

	@Test
	void restoreTwiceWritesOnce() throws IOException {
		restored("\033[?1049h");
		assertThat(restored("")).isEmpty();
	}

	private String restored(String drawn) throws IOException {
		this.output.write(drawn.getBytes(StandardCharsets.US_ASCII));
		this.screen.reset();
		this.output.restore();
		return this.screen.toString(StandardCharsets.US_ASCII);
	}

}

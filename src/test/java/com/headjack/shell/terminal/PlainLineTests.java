package com.headjack.shell.terminal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jline.reader.EndOfFileException;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(20)
class PlainLineTests {

	private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

	@ParameterizedTest
	@CsvSource({ "dumb,true", "dumb-color,true", "xterm,false" })
	void fitsDumbTerminalsAlone(String type, boolean fits) throws IOException {
		try (Terminal terminal = terminal(type, "")) {
			assertThat(PlainLine.fits(terminal)).isEqualTo(fits);
		}
	}

	@Test
	void readReturnsTheLineAndShowsWhatMayShow() throws IOException {
		assertThat(read("FAKE-CANARY\r", "")).isEqualTo("FAKE-CANARY");
		assertThat(shown()).isEqualTo("Key: \n");
		assertThat(read("2\n", "2")).isEqualTo("2");
		assertThat(shown()).isEqualTo("Key: \nKey: 2\n");
	}

	@Test
	void readTakesBackWhatIsErased() throws IOException {
		assertThat(read("wrong\u0015\u007fab\u007f\bcd\u0004\r", "")).isEqualTo("cd");
	}

	@Test
	void readWithoutMarksOfAPaste() throws IOException {
		assertThat(read("\033[200~FAKE\033[201~\r", "")).isEqualTo("FAKE");
	}

	@Test
	void readWhenInterruptedOrEndedThrows() {
		assertThatExceptionOfType(UserInterruptException.class).isThrownBy(() -> read("FAKE\u0003", ""))
			.satisfies((ex) -> assertThat(ex.getPartialLine()).isEmpty());
		assertThatExceptionOfType(EndOfFileException.class).isThrownBy(() -> read("\u0004", ""));
		assertThatExceptionOfType(EndOfFileException.class).isThrownBy(() -> read("FAKE", ""));
	}

	private String read(String typed, String shown) throws IOException {
		try (Terminal terminal = terminal("dumb", typed)) {
			terminal.enterRawMode();
			return PlainLine.read(terminal, "Key: ", new Fixed(shown));
		}
	}

	private String shown() {
		return this.screen.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
	}

	private Terminal terminal(String type, String typed) throws IOException {
		return new DumbTerminal("test", type, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
				this.screen, StandardCharsets.UTF_8);
	}

	private record Fixed(String shown) implements MaskingCallback {

		@Override
		public String display(String line) {
			return this.shown;
		}

		@Override
		public String history(String line) {
			return "";
		}

	}

}

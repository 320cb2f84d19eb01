package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class OutputTests {

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	@Test
	void lossWhenAllIsWrittenIsEmpty() throws IOException {
		ByteArrayOutputStream results = new ByteArrayOutputStream();
		Output output = Output.of(results, this.messages);
		output.result("grün");
		output.flush();
		output.target().write('!');
		assertThat(output.loss()).isEmpty();
		assertThat(results).hasToString("grün" + System.lineSeparator() + "!");
	}

	@Test
	void lossWhenTheDiskIsFullTellsTheFirstReason() {
		Output output = Output.of(failing("No space left on device"), this.messages);
		output.result("a");
		assertThat(output.loss()).hasValue("No space left on device");
		assertThatIOException().isThrownBy(() -> output.target().write('b'));
		assertThat(output.loss()).hasValue("No space left on device");
	}

	@Test
	void lossWhenTheReaderIsGoneIsEmpty() {
		Output output = Output.of(failing("Broken pipe"), this.messages);
		output.result("a");
		assertThat(output.loss()).isEmpty();
	}

	private static OutputStream failing(String reason) {
		return new OutputStream() {
			@Override
			public void write(int octet) throws IOException {
				throw new IOException(reason);
			}
		};
	}

}

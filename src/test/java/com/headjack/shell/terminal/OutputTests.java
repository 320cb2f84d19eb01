package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

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

	@Test
	void messageEscapesWhatATerminalObeysOrHides() {
		Output.of(OutputStream.nullOutputStream(), this.messages).message("branch \033[2Ja\u202eb\u009b\udce9\u2028");
		assertThat(this.messages).hasToString("branch \\x1b[2Ja\\u202eb\\u009b\\xe9\\u2028\n");
	}

	@Test
	void messageOfSeveralLinesCannotLookLikeSeveralMessages() {
		Output.of(OutputStream.nullOutputStream(), this.messages)
			.message("error: git failed: one\r\nerror: two\nhint: three\rhint: four");
		assertThat(this.messages).hasToString("error: git failed: one\n  error: two\n  hint: three\\rhint: four\n");
	}

	@Test
	void messageWhereTheTerminalEndsBreaksBetweenWords() {
		Output.of(OutputStream.nullOutputStream(), this.messages, new ScreenWidth(() -> "24 50\n"))
			.message("hint: commit and push it, or drop it with 'hjk rm feat/auth -f'");
		assertThat(this.messages).hasToString("hint: commit and push it, or drop it with\n  'hjk rm feat/auth -f'\n");
	}

	@Test
	void resultKeepsEmptyLinesAndBreaksOnlyWhatATerminalShows() {
		ByteArrayOutputStream results = new ByteArrayOutputStream();
		String wide = "a ".repeat(60).strip();
		Output output = Output.of(results, this.messages);
		output.result("");
		output.result("a\nerror: b");
		output.result(wide);
		output.document("x\n\033y");
		output.flush();
		assertThat(results).hasToString("\na\n  error: b\n" + wide + "\nx\n\\x1by\n");
	}

	@Test
	void traceAndLogAreVisible() {
		Output output = Output.of(OutputStream.nullOutputStream(), this.messages);
		output.trace(new IllegalStateException("\033[2J"));
		output.log().println("logged \033[31m");
		assertThat(this.messages.toString(StandardCharsets.UTF_8))
			.startsWith("java.lang.IllegalStateException: \\x1b[2J\n")
			.contains("\n\tat com.headjack")
			.endsWith("logged \\x1b[31m\n");
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

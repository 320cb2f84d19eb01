package com.headjack.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.shell.terminal.InterruptedByUserException;
import com.headjack.shell.terminal.Output;

import static org.assertj.core.api.Assertions.assertThat;

class FailurePrinterTests {

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	@ParameterizedTest
	@CsvSource({ "FAILED,1", "MISUSED,2", "NOT_FOUND,3", "UNAVAILABLE,4" })
	void printOfAKnownFailureTellsFactsAndRemedy(FailureKind kind, int code) {
		assertThat(print(new HeadjackException(kind, "it is so", "do this"), false)).isEqualTo(code);
		assertThat(messages()).isEqualTo("error: it is so\nhint: do this\n");
	}

	@Test
	void printWithoutARemedyGivesNoHint() {
		print(new HeadjackException(FailureKind.FAILED, "it is so", null), false);
		assertThat(messages()).isEqualTo("error: it is so\n");
	}

	@Test
	void printOfAFailureWhileABeanIsMadeTellsTheCause() {
		assertThat(print(new BeanCreationException("bean",
				new BeanCreationException("other", new HeadjackException(FailureKind.MISUSED, "bad setting", null))),
				false))
			.isEqualTo(2);
		assertThat(messages()).isEqualTo("error: bad setting\n");
	}

	@Test
	void printOfAnUnexpectedFailureHasNoStackTraceUnlessDebugging() {
		RuntimeException failure = new UncheckedIOException(new IOException("disk is full"));
		assertThat(print(failure, false)).isEqualTo(1);
		assertThat(messages()).startsWith("error: IOException: disk is full\nhint: ")
			.contains("--debug")
			.doesNotContain("at com.headjack");
		print(failure, true);
		assertThat(messages()).contains("at com.headjack");
	}

	@Test
	void printOfAnInterruptionSaysNothing() {
		assertThat(print(new InterruptedByUserException(new InterruptedException()), true)).isEqualTo(130);
		assertThat(messages()).isEmpty();
	}

	private int print(RuntimeException failure, boolean debug) {
		return new FailurePrinter(Output.of(new ByteArrayOutputStream(), this.messages), debug).print(failure);
	}

	private String messages() {
		return this.messages.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
	}

}

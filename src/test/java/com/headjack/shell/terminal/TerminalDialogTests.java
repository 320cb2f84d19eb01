package com.headjack.shell.terminal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What shows of an answer while it is typed.
 */
class TerminalDialogTests {

	@ParameterizedTest
	@CsvSource({ "y,y", "yes,yes", "yess,****", "FAKE-0123456789abcdef,****************", "'',''" })
	void displayOfALongAnswerHidesItsLetters(String typed, String shown) {
		assertThat(new TerminalDialog.Shown(3, "*").display(typed)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource({ "y", "FAKE-0123456789abcdef" })
	void displayOfASecretIsNothing(String typed) {
		assertThat(new TerminalDialog.Shown(0, "").display(typed)).isEmpty();
	}

}

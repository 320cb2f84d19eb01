package com.headjack.shell.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The width of a terminal.
 */
class ScreenWidthTests {

	@Test
	void columnsAreAskedForOnceInASecond() {
		Deque<String> answers = new ArrayDeque<>(List.of("24 80\n", "24 100\n"));
		ScreenWidth width = new ScreenWidth(answers::pop);
		assertThat(width.columns()).hasValue(80);
		assertThat(width.columns()).hasValue(80);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0 0", "stty: not a terminal", "24", "24 0", "-1 -1" })
	void columnsOfNoTerminalAreUnknown(String answer) {
		assertThat(new ScreenWidth(() -> answer).columns()).isEmpty();
	}

	@Test
	void columnsOfThisProcessAreAskedWithoutFailing() {
		assertThat(new ScreenWidth(StandardStreams.ofProcess()::size).columns().orElse(1)).isPositive();
	}

}

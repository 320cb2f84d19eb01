package com.headjack.log;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BlankLinesTests {

	private final List<String> passed = new ArrayList<>();

	private final BlankLines lines = new BlankLines((text, goesOn) -> this.passed.add(goesOn ? text + "+" : text));

	private void lines(String... texts) {
		for (String text : texts) {
			this.lines.line(text, false);
		}
	}

	@Test
	void lineWhenManyAreBlankPassesOnTwo() {
		lines("a", "", "", " ", "", "b", "", "c");
		assertThat(this.passed).containsExactly("a", "", "", "b", "", "c");
	}

	@Test
	void lineThatEndsALongOneIsNotBlank() {
		for (int i = 0; i < 3; i++) {
			this.lines.line("", true);
			this.lines.line("", false);
		}
		assertThat(this.passed).containsExactly("+", "", "+", "", "+", "");
	}

}

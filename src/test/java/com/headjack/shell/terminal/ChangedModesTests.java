package com.headjack.shell.terminal;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChangedModesTests {

	private final ChangedModes modes = new ChangedModes();

	@ParameterizedTest
	@ValueSource(strings = { "31m", "?1049h ?1049l", "?25l ?25h", "?25h", "4h", "?x1049h", "?123456h", ">1u <u",
			">1u >3u <2u", "<u", "=1u" })
	void restoringWhenNothingIsLeftOnGivesNothing(String sequences) {
		assertThat(restoring(sequences)).isEmpty();
	}

	@Test
	void restoringSwitchesBackWhatIsLeftOn() {
		assertThat(restoring("?1049h ?1000;1006h ?25l ?1000l ?7l")).endsWith("\r\n")
			.contains("\033[?1049l", "\033[?1006l", "\033[?25h", "\033[?7h")
			.doesNotContain("1000");
	}

	@Test
	void restoringTakesWhatIsLeftOffTheStackOfKeyboards() {
		assertThat(restoring("<5u >1u >3u >u <u")).contains("\033[<2u");
		assertThat(restoring("?25l")).doesNotContain("u");
	}

	@Test
	void restoringTwiceGivesNothingMore() {
		restoring("?1049h");
		assertThat(restoring("")).isEmpty();
	}

	private String restoring(String sequences) {
		for (String sequence : sequences.split(" ", -1)) {
			this.modes.follow(sequence);
		}
		return new String(this.modes.restoring(), StandardCharsets.US_ASCII);
	}

}

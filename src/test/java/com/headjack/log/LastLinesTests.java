package com.headjack.log;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.screen.LineSink;

import static org.assertj.core.api.Assertions.assertThat;

class LastLinesTests {

	private final List<String> passed = new ArrayList<>();

	private final LineSink target = (text, goesOn) -> this.passed.add(goesOn ? text + "+" : text);

	@Test
	void lineIsHeldBackUntilTheLastOnesAreWanted() {
		LastLines lines = new LastLines(2, this.target);
		lines.line("1", false);
		assertThat(lines.complete()).isFalse();
		lines.line("2", false);
		lines.line("3", false);
		assertThat(lines.complete()).isTrue();
		assertThat(this.passed).isEmpty();
		lines.release();
		assertThat(this.passed).containsExactly("2", "3");
	}

	@Test
	void lineAfterTheReleaseIsPassedOnAtOnce() {
		LastLines lines = new LastLines(1, this.target);
		lines.line("1", false);
		lines.release();
		lines.line("2", true);
		lines.line("3", false);
		assertThat(this.passed).containsExactly("1", "2+", "3");
	}

	@Test
	void lineInPartsIsOne() {
		LastLines lines = new LastLines(1, this.target);
		lines.line("a", true);
		lines.line("b", true);
		lines.line("c", false);
		lines.release();
		assertThat(this.passed).containsExactly("abc");
	}

	@Test
	void lineOfAllIsPassedOnAtOnce() {
		LastLines lines = new LastLines(Integer.MAX_VALUE, this.target);
		lines.line("1", false);
		assertThat(lines.complete()).isTrue();
		assertThat(this.passed).containsExactly("1");
	}

	@Test
	void releaseOfNoneGivesNone() {
		LastLines lines = new LastLines(0, this.target);
		lines.line("1", false);
		lines.release();
		assertThat(this.passed).isEmpty();
	}

}

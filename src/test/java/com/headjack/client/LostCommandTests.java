package com.headjack.client;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class LostCommandTests {

	@Test
	void ofWhenThereAreManyWordsNamesTwo() {
		assertThat(LostCommand.of(List.of("run", "demo", "feature")).name()).isEqualTo("hjk run demo");
	}

	@Test
	void ofWhenWordIsNotPlainLeavesItOut() {
		assertThat(LostCommand.of(List.of("exec", "\u001b[2J")).name()).isEqualTo("hjk exec");
		assertThat(LostCommand.of(List.of("agent", "-p", "CANARY")).name()).isEqualTo("hjk agent");
		assertThat(LostCommand.of(List.of("--version")).name()).isEqualTo("hjk");
	}

	@Test
	void leaveWhenNoModesWereChangedDoesNothing() {
		assertThatNoException().isThrownBy(() -> LostCommand.of(List.of("attach")).leave(new Modes("")));
	}

}

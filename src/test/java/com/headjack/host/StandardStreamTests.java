package com.headjack.host;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandardStreamTests {

	@Test
	void terminalsAreThoseThatTheLauncherNames() {
		assertThat(StandardStream.terminals("stdin,stderr")).containsExactlyInAnyOrder(StandardStream.STDIN,
				StandardStream.STDERR);
		assertThat(StandardStream.terminals("")).isEmpty();
	}

	@Test
	void terminalsWithoutALauncherAreAllOrNone() {
		assertThat(StandardStream.terminals(null).size()).isIn(0, StandardStream.values().length);
	}

}

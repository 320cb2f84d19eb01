package com.headjack.client;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatNoException;

class ModesTests {

	@Test
	void restoreWhenThereIsNoTerminalDoesNothing() {
		assertThatNoException().isThrownBy(() -> new Modes("not modes").restore());
		assertThatNoException().isThrownBy(() -> new Modes("").restore());
	}

}

package com.headjack.store;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProbeTests {

	@Test
	void unavailableTakesReasonAndRemedyFromAFailure() {
		assertThat(Probe.Unavailable.of(new StoreLockedException("it is locked", "unlock it")))
			.isEqualTo(new Probe.Unavailable("it is locked", "unlock it"));
	}

	@Test
	void unavailableWhenTheFailureHasNoRemedyNamesTheWayToAnotherStore() {
		assertThat(Probe.Unavailable.of(new StoreDeniedException("it is closed", null)))
			.isEqualTo(new Probe.Unavailable("it is closed", "choose another store with HEADJACK_KEYRING_BACKEND"));
	}

}

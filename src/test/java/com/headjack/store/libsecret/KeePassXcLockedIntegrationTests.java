package com.headjack.store.libsecret;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreLockedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store where KeePassXC's database is locked, and nobody unlocks it.
 */
class KeePassXcLockedIntegrationTests {

	@Test
	@Timeout(180)
	void findWhenNobodyUnlocksSaysLocked() throws IOException {
		try (TestBus bus = TestBus.with(KeePassXc.locked())) {
			SecretStore store = TestBus.patient(bus.address(), Duration.ofSeconds(1));
			assertThat(store.probe()).isInstanceOf(Probe.Unavailable.class);
			assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> store.find(SecretName.of("claude")))
				.withMessageContaining("nobody answered its prompt within 1 seconds");
		}
	}

}

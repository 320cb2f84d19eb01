package com.headjack.store.libsecret;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.secret.Secret;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreLockedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store where KWallet's wallet was opened at the login, or is closed.
 */
@Timeout(180)
class KWalletLoginIntegrationTests {

	private static final SecretName NAME = SecretName.of("claude");

	private final TestBus bus = TestBus.with(new KWallet());

	@AfterEach
	void stopKeyring() throws IOException {
		this.bus.close();
	}

	@Test
	void probeWhenOpenIsReadyThoughItSaysThatItIsLocked() {
		assertThat(
				this.bus.call(BusCall.property("/org/freedesktop/secrets/collection/kdewallet", "Collection", "Locked"))
					.variant(0)
					.flag(0))
			.isTrue();
		assertThat(this.bus.store().probe()).isEqualTo(new Probe.Ready());
	}

	@Test
	void everyCallWhenClosedSaysLocked() {
		put(this.bus.store());
		KWallet.close(this.bus);
		SecretStore store = TestBus.patient(this.bus.address(), Duration.ofSeconds(1));
		assertThat(store.probe()).isInstanceOf(Probe.Unavailable.class);
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> store.find(NAME));
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(store::list);
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> store.remove(NAME));
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> put(store));
	}

	private static void put(SecretStore store) {
		try (Secret secret = Secret.of("CANARY-value")) {
			store.put(NAME, secret);
		}
	}

}

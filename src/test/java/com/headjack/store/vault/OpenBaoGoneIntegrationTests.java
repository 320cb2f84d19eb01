package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.Probe;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A real server that is stopped, and one that has ended.
 */
class OpenBaoGoneIntegrationTests {

	@Test
	void findWhenTheServerIsMuteIsATimeoutAndWhenItIsGoneIsUnavailable(@TempDir Path folder)
			throws IOException, InterruptedException {
		try (OpenBao server = OpenBao.start(folder)) {
			VaultSecretStore store = VaultAccess.to(server).store();
			VaultAnswersContract.put(store, "CANARY-value");
			VaultSecretStore hasty = VaultAccess.to(server).store(Duration.ofSeconds(1));
			signal("STOP", server);
			assertThatExceptionOfType(StoreTimeoutException.class)
				.isThrownBy(() -> hasty.find(VaultAnswersContract.NAME));
			signal("CONT", server);
			assertThat(VaultAnswersContract.find(store)).contains("CANARY-value");
			CompletableFuture<ProcessHandle> end = server.process().onExit();
			signal("KILL", server);
			assertThat(end).succeedsWithin(Duration.ofSeconds(20));
			assertThatExceptionOfType(StoreUnavailableException.class)
				.isThrownBy(() -> store.find(VaultAnswersContract.NAME))
				.withMessageContaining("cannot be reached");
			assertThat(store.probe()).isInstanceOf(Probe.Unavailable.class);
		}
	}

	private static void signal(String name, OpenBao server) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(server.process().pid())).start().waitFor())
			.isZero();
	}

}

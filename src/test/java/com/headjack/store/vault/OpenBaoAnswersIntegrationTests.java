package com.headjack.store.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of the answers of a real server.
 */
class OpenBaoAnswersIntegrationTests extends VaultAnswersContract {

	@TempDir
	private static Path folder;

	private static OpenBao server;

	@BeforeAll
	static void startServer() throws IOException {
		server = OpenBao.start(folder);
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@AfterEach
	void forget() {
		server.forget(ITEM);
	}

	@Override
	protected VaultServer server() {
		return server;
	}

	@Test
	void findWhenThePolicyIsOfAnotherFolderIsDenied() {
		VaultSecretStore other = VaultAccess.to(server).in("headjack-other").store();
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> other.find(NAME))
			.withMessageContaining("refuses access to secret/headjack-other");
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(other::list);
	}

	@Test
	void findWhenThereAreTooManyRequestsIsUnavailable() {
		VaultSecretStore store = VaultAccess.to(server).store();
		put(store, "CANARY-value");
		server.calls().post("sys/quotas/rate-limit/slow", Map.of("path", "secret/", "rate", 1, "interval", "60s"));
		try {
			assertThat(find(store)).contains("CANARY-value");
			assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.find(NAME))
				.withMessageContaining("fewer requests");
		}
		finally {
			server.calls().delete("sys/quotas/rate-limit/slow");
		}
	}

	@Test
	void findWhenTheMountWasRemovedSinceSaysSo() {
		server.calls().post("sys/mounts/short", Map.of("type", "kv", "options", Map.of("version", "2")));
		VaultSecretStore store = VaultAccess.asRoot(server).at("short").store();
		put(store, "CANARY-value");
		server.calls().delete("sys/mounts/short");
		assertThat(failure(StoreUnavailableException.class, store))
			.hasMessageContaining("has no key-value engine at 'short'");
	}

	@Test
	void findWhenTheNamespaceWasRemovedSinceSaysSo() throws InterruptedException {
		OpenBao namespace = server.namespace("short");
		VaultSecretStore store = VaultAccess.to(namespace).store();
		put(store, "CANARY-value");
		server.calls().deleteToTheEnd("sys/namespaces/short");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.find(NAME))
			.withMessageContaining("has no namespace 'short'");
	}

	@Test
	void findWhenTheEngineWasUpgradedGivesWhatOthersKept() {
		server.calls().post("sys/mounts/upgraded", Map.of("type", "kv", "options", Map.of("version", "1")));
		server.calls().post("upgraded/" + ITEM, Map.of("value", "CANARY-value"));
		server.calls().post("sys/mounts/upgraded/tune", Map.of("options", Map.of("version", "2")));
		assertThat(find(VaultAccess.asRoot(server).at("upgraded").store())).contains("CANARY-value");
	}

	@Test
	void findWhenThereIsNoVersionYetIsEmptyAndPutWritesTheFirst() {
		server.limit(ITEM, Duration.ofHours(1));
		VaultSecretStore store = VaultAccess.to(server).store();
		assertThat(store.find(NAME)).isEmpty();
		assertThat(store.list()).isEmpty();
		assertThat(store.remove(NAME)).isFalse();
		put(store, "CANARY-value");
		assertThat(find(store)).contains("CANARY-value");
	}

	@Test
	void findWhenTheAddressSaysTlsAndTheServerSpeaksNoneSaysHowItStarts() {
		VaultAccess access = VaultAccess.to(server).at(URI.create(server.address().replace("http:", "https:")));
		assertThat(failure(StoreUnavailableException.class, access.store()))
			.hasMessageContaining("no TLS connection to")
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("http://"));
	}

}

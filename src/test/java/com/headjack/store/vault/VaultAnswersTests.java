package com.headjack.store.vault;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.store.Probe;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of each answer of a server, those included that a real server cannot be
 * made to give.
 */
class VaultAnswersTests extends VaultAnswersContract {

	private FakeVault server;

	@BeforeEach
	void startServer() throws IOException {
		this.server = FakeVault.start();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Override
	protected VaultServer server() {
		return this.server;
	}

	private VaultSecretStore store() {
		return VaultAccess.asRoot(this.server).store();
	}

	@Test
	void removeDeletesTheMetadata() {
		VaultSecretStore store = store();
		put(store, "CANARY-value");
		assertThat(store.remove(NAME)).isTrue();
		assertThat(this.server.requests()).last().isEqualTo("DELETE v1/secret/metadata/" + ITEM);
	}

	@Test
	void putWhenEveryRaceIsLostThrowsConflictAndKeepsTheOldValue() {
		VaultSecretStore store = store();
		put(store, "CANARY-before");
		this.server.script("POST", "data/" + ITEM, 400,
				"{\"errors\":[\"check-and-set parameter did not match the current version\"]}");
		assertThatExceptionOfType(StoreConflictException.class).isThrownBy(() -> put(store, "CANARY-after"))
			.withMessageNotContaining("CANARY")
			.satisfies((failure) -> assertThat(failure.remedy()).isPresent());
		assertThat(find(store)).contains("CANARY-before");
		assertThat(this.server.requests()).filteredOn((request) -> request.startsWith("POST"))
			.hasSize(VaultSecretStore.TRIES + 1);
	}

	@Test
	void findWhenNothingIsMountedThereSaysSo() {
		this.server.script("GET", "v1/secret/data", 404,
				"{\"errors\":[\"no handler for route \\\"secret/data\\\". route entry not found.\"]}");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store().find(NAME))
			.withMessageContaining("has no key-value engine at 'secret'");
	}

	@ParameterizedTest
	@CsvSource({ "503, does not serve", "400, did not understand", "429, fewer requests", "500, (500)", "502, (502)",
			"473, (473)" })
	void findWhenTheServerDoesNotServeIsUnavailable(int status, String words) {
		this.server.script("GET", "v1/", status, "{\"errors\":[\"CANARY\"]}");
		assertThat(failure(StoreUnavailableException.class, store())).hasMessageContaining(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>CANARY</html>", "{}", "[]", "\"CANARY\"", "" })
	void findWhenTheAnswerIsNotVaultsIsUnavailable(String body) {
		VaultSecretStore store = store();
		put(store, "CANARY-value");
		for (int status : new int[] { 200, 400, 404 }) {
			this.server.script("GET", "/data/", status, body);
			assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store.find(NAME))
				.withMessageContaining("as Vault would not")
				.withMessageNotContaining("CANARY");
			this.server.scripts.clear();
		}
	}

	@Test
	void findWhileTheEngineIsUpgradedSaysToTryAgain() {
		this.server.script("GET", "/data/", 400,
				"{\"errors\":[\"Upgrading from non-versioned to versioned data. This backend will be unavailable\"]}");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store().find(NAME))
			.withMessageContaining("one of version 2")
			.satisfies((failure) -> assertThat(failure.remedy()).contains("try again in a moment"));
	}

	@Test
	void putWhenTheServerRepeatsWhatWasSentTellsNothingOfIt() {
		this.server.script("POST", "/data/", 400, "{\"errors\":[\"invalid value CANARY-value\"]}");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(store(), "CANARY-value"))
			.satisfies((failure) -> assertThat(failure.toString() + failure.getCause()).doesNotContain("CANARY"));
	}

	@Test
	void findWhenNobodyListensIsUnavailable() {
		this.server.close();
		assertThat(failure(StoreUnavailableException.class, store())).hasMessageContaining("cannot be reached");
	}

	@Test
	void findWhenTheServerIsMuteIsATimeout() {
		this.server.script((request) -> {
			try {
				TimeUnit.SECONDS.sleep(30);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Optional.empty();
		});
		long start = System.nanoTime();
		assertThatExceptionOfType(StoreTimeoutException.class)
			.isThrownBy(() -> VaultAccess.asRoot(this.server).store(Duration.ofMillis(500)).find(NAME));
		assertThat(VaultAccess.asRoot(this.server).store(Duration.ofMillis(500)).probe())
			.isInstanceOf(Probe.Unavailable.class);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
	}

	@Test
	void everyRequestNamesTheNamespace() {
		put(VaultAccess.asRoot(this.server).inNamespace(FakeVault.NAMESPACE).store(), "CANARY-value");
		assertThat(this.server.seen).isNotEmpty()
			.allMatch((request) -> request.namespace().equals(FakeVault.NAMESPACE));
	}

	@Test
	void requestsWithoutANamespaceNameNone() {
		put(store(), "CANARY-value");
		assertThat(this.server.seen).isNotEmpty().allMatch((request) -> request.namespace().isEmpty());
	}

}

package com.headjack.store.vault;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.Probe;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What becomes of each answer of a server.
 */
class VaultAnswersTests {

	private static final SecretName NAME = SecretName.of("claude");

	private static final String ITEM = "headjack/claude-credential";

	private FakeVault server;

	@BeforeEach
	void startServer() throws IOException {
		this.server = FakeVault.start();
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	private VaultSecretStore store() {
		return store("secret", Duration.ofSeconds(20));
	}

	private VaultSecretStore store(String mount, Duration limit) {
		return store(new VaultSettings(this.server.address(), mount, "headjack", null, "token", null), limit);
	}

	private static VaultSecretStore store(VaultSettings settings, Duration limit) {
		return new VaultSecretStore(settings, () -> VaultConnection.open(settings,
				VaultStoreProgram.host(Map.of("VAULT_TOKEN", FakeVault.TOKEN)), limit), new Deadline(limit));
	}

	private static void put(VaultSecretStore store, String value) {
		try (Secret secret = Secret.of(value)) {
			store.put(NAME, secret);
		}
	}

	private static Optional<String> find(VaultSecretStore store) {
		return store.find(NAME).map(Secret::reveal);
	}

	private static <T extends StoreException> T failure(Class<T> type, VaultSecretStore store) {
		T failure = catchThrowableOfType(type, () -> store.find(NAME));
		assertThat(failure.remedy()).isPresent();
		assertThat(failure).hasMessageNotContaining("CANARY").hasStackTraceContaining("com.headjack");
		assertThat(store.probe()).isInstanceOf(Probe.Unavailable.class);
		return failure;
	}

	@Test
	void findWhenSoftDeletedIsEmptyAndPutWritesTheNextVersion() {
		VaultSecretStore store = store();
		put(store, "CANARY-before");
		this.server.engine.softDelete(ITEM, "2026-01-01T00:00:00.123456789Z");
		assertThat(store.find(NAME)).isEmpty();
		assertThat(store.list()).isEmpty();
		put(store, "CANARY-after");
		assertThat(find(store)).contains("CANARY-after");
		assertThat(store.list()).containsExactly(NAME);
	}

	@Test
	void findWhenDestroyedIsEmptyAndRemoveRemovesWhatIsLeft() {
		VaultSecretStore store = store();
		put(store, "CANARY-before");
		this.server.engine.destroy(ITEM);
		assertThat(store.find(NAME)).isEmpty();
		assertThat(store.list()).isEmpty();
		assertThat(store.remove(NAME)).isFalse();
		assertThat(this.server.engine.paths()).isEmpty();
	}

	@Test
	void findWhenToBeDeletedLaterGivesTheSecret() {
		VaultSecretStore store = store();
		put(store, "CANARY-value");
		this.server.engine.softDelete(ITEM, "2999-01-01T00:00:00Z");
		assertThat(find(store)).contains("CANARY-value");
		assertThat(store.list()).containsExactly(NAME);
	}

	@Test
	void removeDeletesTheMetadata() {
		VaultSecretStore store = store();
		put(store, "CANARY-value");
		assertThat(store.remove(NAME)).isTrue();
		assertThat(this.server.requests()).last().isEqualTo("DELETE v1/secret/metadata/" + ITEM);
	}

	@Test
	void findWhenWrittenByAnotherProgramIsCorrupt() {
		VaultSecretStore store = store();
		this.server.script("GET", "data/" + ITEM, 200,
				"{\"data\":{\"data\":{\"password\":\"CANARY\"},\"metadata\":{\"version\":1}}}");
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> store.find(NAME))
			.withMessageNotContaining("CANARY");
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
	void findWhenTheMountIsMissingSaysSo() {
		assertThat(failure(StoreDeniedException.class, store("wrong", Duration.ofSeconds(20))))
			.hasMessageContaining("nothing at 'wrong' that the token may see");
	}

	@Test
	void findWhenNothingIsMountedThereSaysSo() {
		this.server.script("GET", "v1/secret/data", 404,
				"{\"errors\":[\"no handler for route \\\"secret/data\\\". route entry not found.\"]}");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store().find(NAME))
			.withMessageContaining("has no key-value engine at 'secret'");
	}

	@Test
	void findWhenTheEngineCountsNoVersionsSaysSo() {
		this.server.version = "1";
		assertThat(failure(StoreUnavailableException.class, store()))
			.hasMessageContaining("no key-value engine of version 2 at 'secret'");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(store(), "CANARY"));
		assertThat(this.server.requests()).noneMatch((request) -> request.startsWith("POST"));
	}

	@Test
	void findWhenTheMountIsAnotherEngineSaysSo() {
		this.server.script("GET", "sys/internal/ui/mounts/secret", 200, "{\"data\":{\"type\":\"transit\"}}");
		assertThat(failure(StoreUnavailableException.class, store())).hasMessageContaining("no key-value engine at");
	}

	@Test
	void findWhenTheTokenHasExpiredIsDeniedUntilThereIsAnother() {
		VaultSecretStore store = store();
		put(store, "CANARY-value");
		this.server.tokens.clear();
		assertThat(failure(StoreDeniedException.class, store)).hasMessageContaining("does not accept the token");
		this.server.tokens.add(FakeVault.TOKEN);
		assertThat(find(store)).contains("CANARY-value");
	}

	@Test
	void callWhenThePolicyDoesNotAllowItIsDenied() {
		VaultSecretStore store = store();
		this.server.script("GET", "/data/", 403, "{\"errors\":[\"1 error occurred: permission denied CANARY\"]}");
		this.server.script("GET", "/metadata/", 403, "{\"errors\":[\"permission denied\"]}");
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> store.find(NAME))
			.withMessage("%s refuses access to secret/headjack", this.server.address());
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(store::list);
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> store.remove(NAME));
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> put(store, "CANARY"));
	}

	@Test
	void findWhenSealedIsLocked() {
		this.server.script("GET", "v1/", 503, "{\"errors\":[\"Vault is sealed\"]}");
		assertThat(failure(StoreLockedException.class, store())).hasMessageContaining("is sealed");
	}

	@ParameterizedTest
	@CsvSource({ "503, does not serve", "400, did not understand", "429, fewer requests", "500, (500)", "502, (502)",
			"473, (473)" })
	void findWhenTheServerDoesNotServeIsUnavailable(int status, String words) {
		this.server.script("GET", "v1/", status, "{\"errors\":[\"CANARY\"]}");
		assertThat(failure(StoreUnavailableException.class, store())).hasMessageContaining(words);
	}

	@ParameterizedTest
	@CsvSource({ "<html>CANARY</html>", "{}", "[]", "'\"CANARY\"'" })
	void findWhenTheAnswerIsNotVaultsIsUnavailable(String body) {
		this.server.script("GET", "/data/", 200, body);
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store().find(NAME))
			.withMessageNotContaining("CANARY");
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
			.isThrownBy(() -> store("secret", Duration.ofMillis(500)).find(NAME));
		assertThat(store("secret", Duration.ofMillis(500)).probe()).isInstanceOf(Probe.Unavailable.class);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
	}

	@Test
	void everyRequestNamesTheNamespace() {
		VaultSettings settings = new VaultSettings(this.server.address(), "secret", "headjack", "team/a", "token",
				null);
		put(store(settings, Duration.ofSeconds(20)), "CANARY-value");
		assertThat(this.server.seen).isNotEmpty().allMatch((request) -> request.namespace().equals("team/a"));
	}

	@Test
	void requestsWithoutANamespaceNameNone() {
		put(store(), "CANARY-value");
		assertThat(this.server.seen).isNotEmpty().allMatch((request) -> request.namespace().isEmpty());
	}

}

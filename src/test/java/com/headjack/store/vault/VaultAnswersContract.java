package com.headjack.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.Probe;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What becomes of the answers that every server gives.
 */
abstract class VaultAnswersContract {

	static final SecretName NAME = SecretName.of("claude");

	static final String ITEM = "headjack/claude-credential";

	@TempDir
	private Path home;

	protected abstract VaultServer server();

	private VaultSecretStore store() {
		return VaultAccess.to(server()).store();
	}

	private VaultSecretStore storeOfUser() {
		return VaultAccess.store(server().settings(), VaultAccess.host(this.home, Map.of()), Duration.ofSeconds(20));
	}

	private String useToken(String token) throws IOException {
		Files.writeString(this.home.resolve(".vault-token"), token);
		return token;
	}

	static void put(VaultSecretStore store, String value) {
		try (Secret secret = Secret.of(value)) {
			store.put(NAME, secret, Expected.anything());
		}
	}

	static Optional<String> find(VaultSecretStore store) {
		return store.find(NAME).map((stored) -> stored.value().reveal());
	}

	static <T extends StoreException> T failure(Class<T> type, VaultSecretStore store) {
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
		server().softDelete(ITEM);
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
		server().destroy(ITEM);
		assertThat(store.find(NAME)).isEmpty();
		assertThat(store.list()).isEmpty();
		assertThat(store.remove(NAME)).isFalse();
		assertThat(VaultAccess.to(server()).engine().read(KeyName.of(NAME))).isEqualTo(KeyValueEngine.Entry.NONE);
	}

	@Test
	void findWhenToBeDeletedLaterGivesTheSecretUntilThen() throws InterruptedException {
		VaultSecretStore store = store();
		server().limit(ITEM, Duration.ofHours(1));
		put(store, "CANARY-value");
		assertThat(find(store)).contains("CANARY-value");
		assertThat(store.list()).containsExactly(NAME);
		server().limit(ITEM, Duration.ofSeconds(1));
		put(store, "CANARY-short");
		TimeUnit.MILLISECONDS.sleep(1200);
		assertThat(store.find(NAME)).isEmpty();
		assertThat(store.list()).isEmpty();
	}

	@Test
	void findWhenWrittenByAnotherProgramIsCorrupt() {
		VaultAccess.to(server())
			.engine()
			.write(KeyName.of(NAME), 0, new StoredValue(Map.of("password", "CANARY-foreign")));
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> store().find(NAME))
			.withMessageNotContaining("CANARY");
	}

	@Test
	void writeWhenTheVersionIsAnotherIsAConflict() {
		KeyValueEngine engine = VaultAccess.to(server()).engine();
		StoredValue value = new StoredValue(Map.of("value", "CANARY-value"));
		engine.write(KeyName.of(NAME), 0, value);
		for (int expected : new int[] { 0, 2, 100 }) {
			assertThatExceptionOfType(StoreConflictException.class)
				.isThrownBy(() -> engine.write(KeyName.of(NAME), expected, value))
				.withMessageNotContaining("CANARY");
		}
	}

	@Test
	void findWhenTheMountIsMissingOrHiddenSaysSo() {
		for (VaultAccess access : new VaultAccess[] { VaultAccess.asRoot(server()).at("wrong"),
				VaultAccess.to(server()).at("one"), VaultAccess.to(server(), VaultServer.Grant.NOTHING) }) {
			assertThat(failure(StoreDeniedException.class, access.store()))
				.hasMessageContaining("has nothing at '%s' that the token may see", access.settings().mount());
		}
	}

	@Test
	void findWhenTheEngineCountsNoVersionsSaysSo() {
		VaultSecretStore store = VaultAccess.asRoot(server()).at("one").store();
		assertThat(failure(StoreUnavailableException.class, store))
			.hasMessageContaining("no key-value engine of version 2 at 'one'");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(store, "CANARY"));
	}

	@Test
	void findWhenTheMountIsAnotherEngineSaysSo() {
		assertThat(failure(StoreUnavailableException.class, VaultAccess.asRoot(server()).at("transit").store()))
			.hasMessageContaining("no key-value engine at 'transit'");
	}

	@Test
	void findWhenTheNamespaceIsMissingSaysSo() {
		for (String namespace : new String[] { "wrong", "100%s" }) {
			assertThat(
					failure(StoreUnavailableException.class, VaultAccess.to(server()).inNamespace(namespace).store()))
				.hasMessageContaining("has no namespace '" + namespace + "'");
		}
	}

	@Test
	void findWhenTheTokenHasExpiredIsDeniedUntilThereIsAnother() throws IOException {
		VaultSecretStore store = storeOfUser();
		String old = useToken(server().token(VaultServer.Grant.ALL));
		put(store, "CANARY-value");
		server().expire(old);
		assertThat(failure(StoreDeniedException.class, store)).hasMessageContaining("does not accept the token");
		useToken(server().token(VaultServer.Grant.ALL));
		assertThat(find(store)).contains("CANARY-value");
	}

	@Test
	void findWhenThereIsANewerTokenThanTheOneInUseTakesIt() throws IOException {
		VaultSecretStore store = storeOfUser();
		String old = useToken(server().token(VaultServer.Grant.ALL));
		put(store, "CANARY-value");
		useToken(server().token(VaultServer.Grant.ALL));
		server().expire(old);
		assertThat(find(store)).contains("CANARY-value");
	}

	@Test
	void findWhenTheTokenIsUnknownIsDenied() {
		VaultAccess access = new VaultAccess(server().settings(), "FAKE-CANARY-unknown");
		assertThat(failure(StoreDeniedException.class, access.store()))
			.hasMessageContaining("does not accept the token");
	}

	@Test
	void callWhenThePolicyDoesNotAllowItIsDeniedAndKeepsTheSecret() {
		put(store(), "CANARY-before");
		VaultSecretStore reader = VaultAccess.to(server(), VaultServer.Grant.READ).store();
		assertThat(reader.probe()).isEqualTo(new Probe.Ready());
		assertThat(find(reader)).contains("CANARY-before");
		assertThat(reader.list()).containsExactly(NAME);
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> put(reader, "CANARY-after"))
			.withMessage("%s refuses access to secret/headjack", server().settings().address());
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> reader.remove(NAME));
		assertThat(find(reader)).contains("CANARY-before");
	}

	@Test
	void findWhenSealedIsLockedUntilUnsealed() {
		VaultSecretStore store = store();
		put(store, "CANARY-value");
		server().seal();
		assertThat(failure(StoreLockedException.class, store)).hasMessageContaining("is sealed");
		server().unseal();
		assertThat(find(store)).contains("CANARY-value");
	}

}

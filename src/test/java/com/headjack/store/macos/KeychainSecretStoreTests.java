package com.headjack.store.macos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretStoreContract;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.TestLocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The policy, on a keychain in memory.
 */
class KeychainSecretStoreTests extends SecretStoreContract {

	private static final String SERVICE = "com.headjack.cli";

	private final FakeKeychainBindings keychain = new FakeKeychainBindings();

	private final SecretStore store = store(this.keychain, false);

	@Override
	protected RevisedStore store() {
		return TestLocks.over(this.store);
	}

	private static SecretStore store(KeychainBindings keychain, boolean desktop) {
		return new KeychainSecretStore(() -> keychain, OperatingSystem.MACOS, desktop,
				new Deadline(Duration.ofSeconds(10)));
	}

	@AfterEach
	void mend() {
		this.keychain.mend();
	}

	@Test
	void placeAndPersistenceSayWhereAndHowLong() {
		assertThat(this.store.name()).isEqualTo("keychain");
		assertThat(this.store.place()).isEqualTo("the macOS keychain");
		assertThat(this.store.persistence()).isEqualTo(Persistence.UNTIL_DELETED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MACOS")
	void probeWhenNotOnMacosIsUnavailableAndLoadsNothing(OperatingSystem operatingSystem) {
		SecretStore elsewhere = new KeychainSecretStore(() -> {
			throw new AssertionError("loaded");
		}, operatingSystem, true, Deadline.CALL);
		assertThat(elsewhere.probe()).isEqualTo(new Probe.Elsewhere("macOS"));
	}

	@Test
	void probeWhenLockedIsReadyOnlyWhereSomebodyCanBeAsked() {
		this.keychain.lock();
		assertThat(this.store.probe()).asString().contains("the keychain is locked").contains("unlock-keychain");
		assertThat(store(this.keychain, true).probe()).isEqualTo(new Probe.Ready());
	}

	@Test
	void probeWhenThereIsNoKeychainSaysSo() {
		this.keychain.failing("unlocked", KeychainFailures.NO_DEFAULT_KEYCHAIN);
		assertThat(this.store.probe()).asString().contains("there is no keychain here");
		assertThat(store(this.keychain, true).probe()).asString().contains("there is no keychain here");
	}

	@Test
	void findWhenHungThrowsWithinTheDeadline() {
		CountDownLatch never = new CountDownLatch(1);
		SecretStore hung = new KeychainSecretStore(() -> new FakeKeychainBindings() {

			@Override
			void called(String call) {
				try {
					never.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}

		}, OperatingSystem.MACOS, true, new Deadline(Duration.ofMillis(50)));
		assertThatExceptionOfType(StoreTimeoutException.class).isThrownBy(() -> hung.find(name()));
		never.countDown();
	}

	@Test
	void findWhenWrittenByTheNamesakeGivesTheSecret() {
		this.keychain.add(SERVICE, "claude-credential", "Headjack - claude-credential",
				"{\"type\":\"apikey\",\"value\":\"CANARY\"}".getBytes(StandardCharsets.UTF_8));
		assertThat(find(SecretName.of("claude"))).contains("{\"type\":\"apikey\",\"value\":\"CANARY\"}");
	}

	@Test
	void putLabelsTheItemAsTheNamesakeDoes() {
		put(SecretName.of("codex"), "CANARY-value");
		assertThat(this.keychain.label(SERVICE, "codex-credential")).isEqualTo("Headjack - codex-credential");
	}

	@Test
	void putWhenTooLargeThrowsWithTheLimit() {
		assertThatExceptionOfType(SecretTooLargeException.class)
			.isThrownBy(() -> put(name(), "C".repeat(KeychainSecretStore.LIMIT + 1)))
			.withMessageEndingWith("takes at most 262,144");
	}

	@Test
	void putWhenAnotherAddsItMeanwhileReplacesIt() {
		FakeKeychainBindings racing = new FakeKeychainBindings() {

			@Override
			public void add(String service, String account, String label, byte[] content) {
				super.add(service, account, label, "CANARY-other".getBytes(StandardCharsets.UTF_8));
				super.add(service, account, label, content);
			}

		};
		SecretStore store = store(racing, false);
		put(store, name(), "CANARY-value");
		assertThat(find(store, name())).contains("CANARY-value");
	}

	@Test
	void putWhenAnotherAddsAndRemovesItMeanwhileIsAConflict() {
		this.keychain.failing("add", KeychainFailures.DUPLICATE);
		assertThatExceptionOfType(StoreConflictException.class).isThrownBy(() -> put(name(), "CANARY-value"));
	}

	@ParameterizedTest
	@CsvSource({ "-25308,StoreLockedException,cannot ask for its password", "-25315,StoreLockedException,locked",
			"-25293,StoreDeniedException,denies access", "-128,StoreDeniedException,cancelled",
			"-25291,StoreUnavailableException,no keychain here", "-25307,StoreUnavailableException,no keychain here",
			"-34018,StoreUnavailableException,error number -34018" })
	void callsWhenTheKeychainFailsThrowWhatItMeans(int status, String failure, String fact) {
		put(name(), "CANARY-value");
		for (String call : new String[] { "read", "update", "delete", "accounts" }) {
			this.keychain.failing(call, status);
		}
		assertFails(failure, fact, () -> find(name()));
		assertFails(failure, fact, () -> put(name(), "CANARY-after"));
		assertFails(failure, fact, () -> this.store.remove(name()));
		assertFails(failure, fact, this.store::list);
		this.keychain.mend();
		assertThat(find(name())).contains("CANARY-value");
	}

	private static void assertFails(String failure, String fact, Runnable call) {
		assertThatExceptionOfType(StoreException.class).isThrownBy(call::run)
			.withMessageContaining(fact)
			.withMessageNotContaining("CANARY")
			.satisfies((thrown) -> assertThat(thrown.getClass().getSimpleName()).isEqualTo(failure));
	}

	@Test
	void putWhenLockedThrows() {
		this.keychain.failing("add", KeychainFailures.INTERACTION_NOT_ALLOWED);
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> put(name(), "CANARY-value"));
	}

	@Test
	void listPassesOverWhatIsNotOurs() {
		this.keychain.add(SERVICE, "notes", "notes", new byte[] { 1 });
		this.keychain.add("com.example", name().text(), "another", new byte[] { 1 });
		assertThat(this.store.list()).isEmpty();
		assertThat(find(name())).isEmpty();
	}

}

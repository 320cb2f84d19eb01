package com.headjack.store.keyctl;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.HeadjackException;
import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretStoreContract;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreQuotaExceededException;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;
import com.headjack.store.TestLocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The policy, on a keyring in memory.
 */
class KeyctlSecretStoreTests extends SecretStoreContract {

	private final FakeKeyctlBindings keys = new FakeKeyctlBindings();

	private final SecretStore store = store(this.keys);

	@Override
	protected RevisedStore store() {
		return TestLocks.over(this.store);
	}

	@Override
	protected boolean mayRefuse(int size) {
		return size > KeyctlSecretStore.LIMIT;
	}

	private static SecretStore store(KeyctlBindings keys) {
		return new KeyctlSecretStore(() -> keys, OperatingSystem.LINUX,
				new KeyctlFailures(() -> "9 of 10 bytes are used"), new Deadline(Duration.ofSeconds(10)));
	}

	@AfterEach
	void mend() {
		this.keys.mend();
	}

	@Test
	void placeAndPersistenceSayWhereAndHowLong() {
		assertThat(this.store.name()).isEqualTo("keyctl");
		assertThat(this.store.place()).isEqualTo("the kernel keyring");
		assertThat(this.store.persistence()).isEqualTo(Persistence.UNTIL_REBOOT);
	}

	@Test
	void probeWhenNotOnLinuxIsUnavailableAndLoadsNothing() {
		SecretStore elsewhere = new KeyctlSecretStore(() -> {
			throw new AssertionError("loaded");
		}, OperatingSystem.MACOS, new KeyctlFailures(() -> ""), Deadline.CALL);
		assertThat(elsewhere.probe()).isEqualTo(new Probe.Elsewhere("Linux"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "link", "addKey", "read" })
	void probeWhenBlockedSaysSo(String call) {
		this.keys.failing(call, FakeKeyctlBindings.EPERM);
		assertThat(this.store.probe()).isEqualTo(new Probe.Unavailable("the kernel keyring is blocked here (seccomp)",
				"choose another store with HEADJACK_KEYRING_BACKEND, such as file"));
		assertThat(this.keys.keys()).isEmpty();
	}

	@Test
	void probeWhenTheKernelHasNoKeyringSaysSo() {
		this.keys.failing("link", FakeKeyctlBindings.ENOSYS);
		assertThat(this.store.probe()).asString().contains("this kernel has no keyring");
	}

	@Test
	void probeWhenTheQuotaIsUsedUpIsReadySinceReadingWorks() {
		this.keys.failing("addKey", FakeKeyctlBindings.EDQUOT);
		assertThat(this.store.probe()).isEqualTo(new Probe.Ready());
	}

	@Test
	void probeWhenHungIsUnavailable() {
		CountDownLatch never = new CountDownLatch(1);
		assertThat(store(hanging(never)).probe()).asString().contains("did not answer within 2.0 seconds");
		never.countDown();
	}

	@Test
	void findWhenHungThrowsWithinTheDeadline() {
		CountDownLatch never = new CountDownLatch(1);
		SecretStore hung = new KeyctlSecretStore(() -> hanging(never), OperatingSystem.LINUX,
				new KeyctlFailures(() -> ""), new Deadline(Duration.ofMillis(50)));
		assertThatExceptionOfType(StoreTimeoutException.class).isThrownBy(() -> hung.find(name()));
		assertThatExceptionOfType(StoreTimeoutException.class).isThrownBy(() -> put(hung, name(), "CANARY"));
		never.countDown();
	}

	private static KeyctlBindings hanging(CountDownLatch never) {
		return new FakeKeyctlBindings() {

			@Override
			void called(String call) {
				try {
					never.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}

		};
	}

	@Test
	void putWhenTooLargeThrowsWithTheLimit() {
		put(name(), "CANARY-before");
		assertThatExceptionOfType(SecretTooLargeException.class).isThrownBy(() -> put(name(), "CANARY!!".repeat(4096)))
			.withMessage("the secret has 32,768 bytes, but the kernel keyring takes at most 32,767");
		assertThat(find(name())).contains("CANARY-before");
	}

	@Test
	void putWhenTheQuotaIsUsedUpThrowsWithTheFactsAndARemedy() {
		this.keys.failing("addKey", FakeKeyctlBindings.EDQUOT);
		assertThatExceptionOfType(StoreQuotaExceededException.class).isThrownBy(() -> put(name(), "CANARY-value"))
			.withMessage("the kernel keyring has no room left for this user (9 of 10 bytes are used)")
			.extracting(HeadjackException::remedy)
			.extracting(Optional::orElseThrow)
			.asString()
			.contains("hjk auth remove")
			.contains("HEADJACK_KEYRING_BACKEND");
	}

	@Test
	void findWhenTheQuotaLeavesNoRoomForTheLinkGivesTheSecret() {
		put(name(), "CANARY-value");
		assertThat(this.keys.sessions()).isEmpty();
		this.keys.failing("link", FakeKeyctlBindings.EDQUOT);
		assertThat(find(name())).contains("CANARY-value");
		assertThat(this.keys.sessions()).containsExactly("_uid_ses.0");
	}

	@Test
	void findWipesWhatItRead() {
		put(name(), "CANARY-value");
		find(name());
		assertThat(this.keys.copies()).isNotEmpty().allSatisfy((copy) -> assertThat(copy).containsOnly(0));
	}

	@Test
	void findWhenDeniedThrows() {
		put(name(), "CANARY-value");
		this.keys.failing("read", FakeKeyctlBindings.EACCES);
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> find(name()));
	}

	@ParameterizedTest
	@ValueSource(ints = { FakeKeyctlBindings.ENOKEY, FakeKeyctlBindings.EKEYEXPIRED, FakeKeyctlBindings.EKEYREVOKED })
	void findWhenTheKeyGoesBetweenSearchAndReadIsEmpty(int errno) {
		put(name(), "CANARY-value");
		this.keys.failing("read", errno);
		assertThat(find(name())).isEmpty();
	}

	@Test
	void removeWhenTheKeyGoesMeanwhileSaysThatThereWasNone() {
		put(name(), "CANARY-value");
		this.keys.failing("unlink", FakeKeyctlBindings.ENOKEY);
		assertThat(this.store.remove(name())).isFalse();
	}

	@Test
	void findWhenTheKernelFailsOtherwiseThrowsWithTheErrorNumber() {
		this.keys.failing("search", 12);
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> find(name()))
			.withMessage("the kernel keyring failed: search failed with error number 12");
	}

	@ParameterizedTest
	@ValueSource(ints = { FakeKeyctlBindings.EKEYEXPIRED, FakeKeyctlBindings.EKEYREVOKED, FakeKeyctlBindings.EACCES })
	void listPassesOverKeysThatCannotBeDescribed(int errno) {
		put(name(), "CANARY-value");
		this.keys.failing("describe", errno);
		assertThat(this.store.list()).isEmpty();
	}

	@Test
	void listWhenTheKernelFailsThrows() {
		put(name(), "CANARY-value");
		this.keys.failing("describe", FakeKeyctlBindings.EPERM);
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this.store::list);
	}

	@Test
	void listPassesOverKeysOfOthers() {
		SecretName name = name();
		byte[] payload = "CANARY".getBytes(StandardCharsets.UTF_8);
		this.keys.addKey("logon", "com.headjack.cli:" + name.text(), payload, KeyctlBindings.USER_KEYRING);
		this.keys.addKey("user", "com.example:" + name.text(), payload, KeyctlBindings.USER_KEYRING);
		this.keys.addKey("user", "com.headjack.cli:notes", payload, KeyctlBindings.USER_KEYRING);
		assertThat(this.store.list()).isEmpty();
	}

}

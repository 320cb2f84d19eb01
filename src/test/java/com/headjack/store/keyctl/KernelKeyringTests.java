package com.headjack.store.keyctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.foreign.NativeCallException;
import com.headjack.store.KilledStoreContract;
import com.headjack.store.Probe;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreProgram;
import com.headjack.store.StoreQuotaExceededException;
import com.headjack.store.StoreUnavailableException;
import com.headjack.store.TestLocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store on this machine's kernel.
 */
class KernelKeyringTests extends KilledStoreContract {

	private static final int LARGEST = KeyctlSecretStore.LIMIT;

	private final KeyctlBindings keys = new SyscallKeyctlBindings(SyscallNumbers.of(System.getProperty("os.arch")));

	private final SecretStore store = KeyctlStoreProgram.kernelStore();

	@Override
	protected RevisedStore store() {
		return TestLocks.over(this.store);
	}

	@Override
	protected boolean mayRefuse(int size) {
		return size > 1;
	}

	@Override
	protected Process start(List<String> prefix, List<String> arguments) throws IOException {
		return StoreProgram.start(prefix, KeyctlStoreProgram.class, arguments);
	}

	@Override
	protected Foreign plantForeign(SecretName name) {
		int one = this.keys.addKey("user", "com.example:" + name.text(), utf8("FAKE-one"), KeyctlBindings.USER_KEYRING);
		int two = this.keys.addKey("logon", "com.headjack.cli:" + name.text(), utf8("FAKE-two"),
				KeyctlBindings.USER_KEYRING);
		return new Foreign() {

			@Override
			public boolean intact() {
				KernelKeyringTests.this.keys.link(KeyctlBindings.USER_KEYRING, KeyctlBindings.THREAD_KEYRING);
				return new String(KernelKeyringTests.this.keys.read(one), StandardCharsets.UTF_8).equals("FAKE-one")
						&& KernelKeyringTests.this.keys.describe(two).endsWith(name.text());
			}

			@Override
			public void close() {
				KernelKeyringTests.this.keys.unlink(one, KeyctlBindings.USER_KEYRING);
				KernelKeyringTests.this.keys.unlink(two, KeyctlBindings.USER_KEYRING);
			}

		};
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private int serial(SecretName name) {
		return this.keys.search(KeyctlBindings.USER_KEYRING, "user", "com.headjack.cli:" + name.text());
	}

	@Test
	void probeLeavesNoKeyBehind() {
		byte[] before = this.keys.read(KeyctlBindings.USER_KEYRING);
		assertThat(this.store.probe()).isEqualTo(new Probe.Ready());
		assertThat(this.keys.read(KeyctlBindings.USER_KEYRING)).isEqualTo(before);
	}

	@Test
	void findInASessionWithoutALinkToTheUsersKeyringGivesTheSecret() throws Exception {
		SecretName name = name();
		put(name, "CANARY-value");
		int key = serial(name);
		RawSyscalls.onThread(() -> {
			RawSyscalls.joinEmptySession();
			SecretStore here = KeyctlStoreProgram.kernelStore();
			assertThatExceptionOfType(NativeCallException.class).isThrownBy(() -> this.keys.read(key))
				.satisfies((failure) -> assertThat(failure.errno()).isEqualTo(FakeKeyctlBindings.EACCES));
			assertThat(find(here, name)).contains("CANARY-value");
			assertThat(here.probe()).isEqualTo(new Probe.Ready());
			put(here, name, "CANARY-after");
			return null;
		});
		assertThat(find(name)).contains("CANARY-after");
	}

	@Test
	void everyCallWhenTheKernelBlocksKeysSaysSo() throws Exception {
		SecretName name = name();
		put(name, "CANARY-value");
		RawSyscalls.onThread(() -> {
			RawSyscalls.blockKeys();
			SecretStore here = KeyctlStoreProgram.kernelStore();
			assertThat(here.probe()).asString().contains("the kernel keyring is blocked here (seccomp)");
			for (Callable<?> call : List.<Callable<?>>of(() -> here.find(name), () -> here.remove(name), here::list)) {
				assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(call::call);
			}
			assertThatExceptionOfType(StoreUnavailableException.class)
				.isThrownBy(() -> put(here, name, "CANARY-after"));
			return null;
		});
		assertThat(find(name)).contains("CANARY-value");
	}

	@Test
	void findWhenRevokedIsEmptyAndPutWorksAgain() {
		put(name(), "CANARY-value");
		RawSyscalls.revoke(serial(name()));
		assertThat(find(name())).isEmpty();
		assertThat(this.store.list()).doesNotContain(name());
		assertThat(this.store.remove(name())).isFalse();
		put(name(), "CANARY-after");
		assertThat(find(name())).contains("CANARY-after");
	}

	@Test
	@Timeout(60)
	void findWhenExpiredIsEmptyAndPutWorksAgain() {
		put(name(), "CANARY-value");
		this.keys.expireAfter(serial(name()), 1);
		while (find(name()).isPresent()) {
			Thread.onSpinWait();
		}
		assertThat(this.store.list()).doesNotContain(name());
		put(name(), "CANARY-after");
		assertThat(find(name())).contains("CANARY-after");
	}

	@Test
	@Timeout(180)
	void putWhenTheQuotaIsUsedUpThrowsAndKeepsTheOldSecret() {
		put(name(), "CANARY-before");
		List<SecretName> fillers = new ArrayList<>();
		try {
			assertThatExceptionOfType(StoreQuotaExceededException.class).isThrownBy(() -> fill(fillers))
				.withMessageMatching("the kernel keyring has no room left for this user "
						+ "\\(\\d+ of \\d+ bytes and \\d+ of \\d+ keys are used\\)");
			assertThatExceptionOfType(StoreQuotaExceededException.class)
				.isThrownBy(() -> put(name(), "C".repeat(LARGEST)));
			assertThat(find(name())).contains("CANARY-before");
			assertThat(this.store.probe()).isEqualTo(new Probe.Ready());
			put(name(), "CANARY");
			assertThat(find(name())).contains("CANARY");
		}
		finally {
			fillers.forEach(this.store::remove);
			awaitRoom();
		}
	}

	private void fill(List<SecretName> fillers) {
		for (int i = 0; i < 2_000; i++) {
			fillers.add(name("filler-" + i));
			put(fillers.getLast(), "C".repeat(LARGEST));
		}
	}

	// The kernel gives the room back a moment after a key is gone.
	private void awaitRoom() {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (System.nanoTime() < end) {
			try {
				put(name("room"), "C".repeat(15_000));
				return;
			}
			catch (StoreQuotaExceededException ex) {
				Thread.onSpinWait();
			}
		}
	}

}

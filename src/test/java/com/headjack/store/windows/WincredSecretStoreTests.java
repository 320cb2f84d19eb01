package com.headjack.store.windows;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretStoreContract;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreQuotaExceededException;
import com.headjack.store.StoreUnavailableException;
import com.headjack.store.TestLocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The policy, on a Credential Manager in memory.
 */
class WincredSecretStoreTests extends SecretStoreContract {

	private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

	private static final String LARGE = "CANARY--".repeat(800);

	private final FakeCredentialBindings credentials = new FakeCredentialBindings();

	private final SecretStore store = plainStore();

	@Override
	protected RevisedStore store() {
		return TestLocks.over(this.store);
	}

	private SecretStore plainStore() {
		return new WincredSecretStore(() -> this.credentials, OperatingSystem.WINDOWS, Clock.fixed(NOW, ZoneOffset.UTC),
				new Deadline(Duration.ofSeconds(10)));
	}

	@AfterEach
	void mend() {
		this.credentials.mend();
	}

	private List<String> parts() {
		return this.credentials.targets().stream().filter((target) -> target.contains("#")).toList();
	}

	@Test
	void placeAndPersistenceSayWhereAndHowLong() {
		assertThat(this.store.name()).isEqualTo("wincred");
		assertThat(this.store.place()).isEqualTo("the Windows Credential Manager");
		assertThat(this.store.persistence()).isEqualTo(Persistence.UNTIL_DELETED);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WINDOWS")
	void probeWhenNotOnWindowsIsUnavailableAndLoadsNothing(OperatingSystem operatingSystem) {
		SecretStore elsewhere = new WincredSecretStore(() -> {
			throw new AssertionError("loaded");
		}, operatingSystem, Clock.systemUTC(), Deadline.CALL);
		assertThat(elsewhere.probe()).isEqualTo(new Probe.Elsewhere("Windows"));
	}

	@Test
	void probeWhenThereIsNoLogonSessionSaysSo() {
		this.credentials.failing("longestPersistence", WindowsFailures.NO_SUCH_LOGON_SESSION);
		assertThat(this.store.probe()).asString().contains("as over SSH").contains("HEADJACK_KEYRING_BACKEND");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void probeWhenTheSessionKeepsNothingBeyondItsEndIsUnavailable(int persistence) {
		this.credentials.persistence(persistence);
		assertThat(this.store.probe()).asString().contains("this logon session keeps no credentials beyond its end");
	}

	@Test
	void findWhenWrittenByTheNamesakeGivesTheSecret() {
		this.credentials.write("keyring:com.headjack.cli:claude-credential",
				"{\"type\":\"apikey\",\"value\":\"CANARY\"}".getBytes(StandardCharsets.UTF_8));
		assertThat(find(SecretName.of("claude"))).contains("{\"type\":\"apikey\",\"value\":\"CANARY\"}");
		assertThat(this.store.list()).containsExactly(SecretName.of("claude"));
	}

	@Test
	void putWhenSmallWritesWhatTheNamesakeReads() {
		put(SecretName.of("codex"), "CANARY-value");
		assertThat(this.credentials.targets()).containsExactly("keyring:com.headjack.cli:codex-credential");
		assertThat(this.credentials.read("keyring:com.headjack.cli:codex-credential"))
			.isEqualTo("CANARY-value".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void putWhenLargeWritesPartsAndAHeader() {
		put(name(), LARGE);
		assertThat(parts()).hasSize(3);
		assertThat(this.store.list()).containsExactly(name());
		assertThat(new String(this.credentials.read(TargetName.of(name())), StandardCharsets.UTF_8))
			.doesNotContain("CANARY");
	}

	@Test
	void putWhenTheSecretLooksLikeAHeaderKeepsIt() {
		put(name(), "headjack-parts:1:1:1:CANARY");
		assertThat(find(name())).contains("headjack-parts:1:1:1:CANARY");
	}

	@Test
	void putWhenShrinkingAndGrowingLeavesNoParts() {
		put(name(), LARGE);
		put(name(), LARGE + LARGE);
		assertThat(parts()).hasSize(5);
		put(name(), LARGE);
		assertThat(parts()).hasSize(3);
		put(name(), "CANARY-small");
		assertThat(parts()).isEmpty();
		assertThat(find(name())).contains("CANARY-small");
	}

	@Test
	void putWhenTooLargeThrowsWithTheLimit() {
		put(name(), "CANARY-before");
		assertThatExceptionOfType(SecretTooLargeException.class)
			.isThrownBy(() -> put(name(), "C".repeat(WincredSecretStore.LIMIT + 1)))
			.withMessageEndingWith("takes at most 262,144");
		put(name(), "C".repeat(WincredSecretStore.LIMIT));
		assertThat(find(name())).contains("C".repeat(WincredSecretStore.LIMIT));
	}

	@ParameterizedTest
	@CsvSource({ "true,true,true", "true,true,false", "true,false,true", "true,false,false", "false,true,true",
			"false,true,false", "false,false,true", "false,false,false" })
	void putWhenItFailsAtAnyCallLeavesTheOldSecret(boolean largeBefore, boolean largeAfter, boolean once) {
		String before = largeBefore ? "before" + LARGE : "before";
		String after = largeAfter ? "after" + LARGE : "after";
		int failed = 0;
		for (int call = 1; call <= 20; call++) {
			put(name(), before);
			this.credentials.failing(call, once ? call : Integer.MAX_VALUE);
			String expected = after;
			try {
				put(name(), after);
			}
			catch (StoreException ex) {
				failed++;
				expected = before;
			}
			this.credentials.mend();
			assertThat(find(name())).as("failing at call %d", call).contains(expected);
			assertThat(this.store.list()).containsExactly(name());
		}
		assertThat(failed).isEqualTo(largeAfter ? 5 : 2);
	}

	@Test
	void putAndFindWipeWhatTheyRead() {
		put(name(), "CANARY-small");
		put(name(), "CANARY-large".repeat(1_000));
		find(name());
		put(name(), "CANARY-small");
		find(name());
		assertThat(this.credentials.copies()).hasSizeGreaterThan(5).noneMatch((copy) -> copy.contains("CANARY"));
	}

	@Test
	void putAfterACrashRemovesWhatItLeftOnceItIsOld() {
		this.credentials.now(NOW.minusSeconds(61));
		this.credentials.failing(4, Integer.MAX_VALUE);
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> put(name(), LARGE));
		this.credentials.mend();
		assertThat(parts()).hasSize(3);
		this.credentials.now(NOW);
		put(name(), LARGE);
		assertThat(parts()).hasSize(3);
		put(name(), "CANARY-small");
		assertThat(parts()).isEmpty();
	}

	@Test
	void putLeavesThePartsThatAnotherWriterHasJustWritten() {
		this.credentials.write(TargetName.parts(name(), "0".repeat(32)) + "0", new byte[] { 1 });
		this.credentials.now(NOW.minusSeconds(59));
		this.credentials.write(TargetName.parts(name(), "1".repeat(32)) + "0", new byte[] { 1 });
		put(name(), "CANARY-small");
		assertThat(parts()).containsExactly(TargetName.parts(name(), "1".repeat(32)) + "0");
	}

	@Test
	void removeRemovesEveryPart() {
		put(name(), LARGE);
		this.credentials.now(NOW);
		this.credentials.write(TargetName.parts(name(), "0".repeat(32)) + "0", new byte[] { 1 });
		assertThat(this.store.remove(name())).isTrue();
		assertThat(this.credentials.targets()).isEmpty();
	}

	@Test
	void removeLeavesThePartsOfOtherAccounts() {
		put(name(), LARGE);
		put(name("work"), LARGE);
		put(name("work#1"), LARGE);
		this.store.remove(name());
		this.store.remove(name("work#1"));
		assertThat(find(name("work"))).contains(LARGE);
	}

	@Test
	void removeWhenItFailsAtAnyCallStaysListedAndTheNextOneFinishes() {
		for (int call = 1; call <= 5; call++) {
			put(name(), LARGE);
			this.credentials.failing(call, Integer.MAX_VALUE);
			assertThatExceptionOfType(StoreException.class).isThrownBy(() -> this.store.remove(name()));
			this.credentials.mend();
			assertThat(this.store.list()).as("failing at call %d", call).containsExactly(name());
			assertThat(this.store.remove(name())).isTrue();
			assertThat(this.credentials.targets()).isEmpty();
		}
	}

	@Test
	void findWhenAPartIsMissingIsCorrupt() {
		put(name(), LARGE);
		this.credentials.delete(parts().get(1));
		assertCorrupt("one of its parts is missing or damaged");
	}

	@Test
	void findWhenAPartIsChangedIsCorrupt() {
		put(name(), LARGE);
		byte[] part = this.credentials.read(parts().get(1));
		part[7]++;
		this.credentials.write(parts().get(1), part);
		assertCorrupt("one of its parts is missing or damaged");
	}

	@Test
	void findWhenAPartIsOfAnotherSizeIsCorrupt() {
		put(name(), LARGE);
		this.credentials.write(parts().get(2), new byte[CredentialBindings.LARGEST_BLOB]);
		assertCorrupt("one of its parts is missing or damaged");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2:1:0:0", "1:9999:999999:", "1:1:0:" })
	void findWhenTheHeaderIsBrokenIsCorrupt(String rest) {
		String filled = rest.startsWith("1:") ? rest + "0".repeat(64) + ":" + "0".repeat(32) : rest;
		this.credentials.write(TargetName.of(name()), ("headjack-parts:" + filled).getBytes(StandardCharsets.UTF_8));
		assertCorrupt("its header is missing or damaged");
		put(name(), LARGE);
		assertThat(find(name())).contains(LARGE);
	}

	private void assertCorrupt(String reason) {
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name()))
			.withMessageContaining(reason)
			.withMessageNotContaining("CANARY");
	}

	@Test
	void findWhileAnotherWritesGivesWholeSecrets() throws InterruptedException {
		put(name(), LARGE + 0);
		SecretName name = name();
		SecretStore other = plainStore();
		Thread writer = Thread.ofPlatform().start(() -> {
			for (int round = 1; round <= 200; round++) {
				put(other, name, LARGE + round);
			}
		});
		while (writer.isAlive()) {
			assertThat(find(name)).hasValueSatisfying((value) -> assertThat(value).matches("(CANARY--){800}\\d+"));
		}
		writer.join();
		assertThat(find(name)).contains(LARGE + 200);
		assertThat(parts()).hasSize(3);
	}

	@Test
	void findWhenDeniedThrows() {
		put(name(), "CANARY-value");
		this.credentials.failing("read", WindowsFailures.ACCESS_DENIED);
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> find(name()));
	}

	@Test
	void callsWithoutALogonSessionAreUnavailable() {
		for (String call : List.of("read", "write", "delete", "enumerate")) {
			this.credentials.failing(call, WindowsFailures.NO_SUCH_LOGON_SESSION);
		}
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> find(name()));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(name(), "CANARY"));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> this.store.remove(name()));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(this.store::list);
	}

	@Test
	void putWhenThereIsNoRoomThrows() {
		this.credentials.failing("write", WindowsFailures.NOT_ENOUGH_QUOTA);
		assertThatExceptionOfType(StoreQuotaExceededException.class).isThrownBy(() -> put(name(), LARGE));
	}

	@ParameterizedTest
	@CsvSource({ "1058,VaultSvc", "1783,failed with error number 1783", "87,failed with error number 87" })
	void putWhenWindowsFailsOtherwiseThrowsWithTheFacts(int error, String fact) {
		this.credentials.failing("write", error);
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(name(), "CANARY-value"))
			.withMessageContaining(fact)
			.withMessageNotContaining("CANARY");
	}

	@Test
	void listPassesOverWhatIsNotOurs() {
		for (String target : List.of("keyring:com.headjack.cli:notes", "keyring:com.headjack.cli:%zz",
				"keyring:com.headjack.cli:%63laude-credential", "keyring:com.headjack.cli", "git:https://example.com",
				"com.headjack.cli:claude-credential")) {
			this.credentials.write(target, new byte[] { 1 });
		}
		assertThat(this.store.list()).isEmpty();
	}

}

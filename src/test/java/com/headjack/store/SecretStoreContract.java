package com.headjack.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What every store has to do.
 */
public abstract class SecretStoreContract {

	private static final int THREADS = 4;

	private final String owner = "test-" + UUID.randomUUID();

	private final List<SecretName> used = new ArrayList<>();

	/**
	 * The store under test, which may hold secrets of others.
	 */
	protected abstract RevisedStore store();

	/**
	 * Whether the store may refuse a secret for its size.
	 */
	protected boolean mayRefuse(int size) {
		return false;
	}

	protected final SecretName name() {
		return used(SecretName.of(this.owner));
	}

	protected final SecretName name(String account) {
		return used(SecretName.of(this.owner).withAccount(account));
	}

	private SecretName used(SecretName name) {
		this.used.add(name);
		return name;
	}

	protected final void put(SecretName name, String value) {
		put(store(), name, value);
	}

	protected static void put(RevisedStore store, SecretName name, String value) {
		put(store, name, value, Expected.anything());
	}

	protected static Revision put(RevisedStore store, SecretName name, String value, Expected expected) {
		try (Secret secret = Secret.of(value)) {
			return store.put(name, secret, expected);
		}
	}

	protected static void put(SecretStore store, SecretName name, String value) {
		try (Secret secret = Secret.of(value)) {
			store.put(name, secret);
		}
	}

	protected final Optional<String> find(SecretName name) {
		return find(store(), name);
	}

	protected static Optional<String> find(RevisedStore store, SecretName name) {
		return store.find(name).map((stored) -> {
			try (stored) {
				return stored.value().reveal();
			}
		});
	}

	protected static Optional<String> find(SecretStore store, SecretName name) {
		return store.find(name).map((secret) -> {
			try (secret) {
				return secret.reveal();
			}
		});
	}

	@AfterEach
	void removeWhatWasUsed() {
		this.used.forEach(this::remove);
	}

	/**
	 * Removes what a test has left.
	 */
	protected void remove(SecretName name) {
		store().remove(name);
	}

	@Test
	void probeIsReadyAndLeavesNothingBehind() {
		List<SecretName> before = store().list();
		assertThat(store().probe()).isEqualTo(new Probe.Ready());
		assertThat(store().list()).containsExactlyInAnyOrderElementsOf(before);
	}

	@Test
	void findWhenMissingIsEmpty() {
		assertThat(store().find(name())).isEmpty();
	}

	@Test
	void findAfterPutGivesTheSecret() {
		put(name(), "CANARY-value");
		assertThat(find(name())).contains("CANARY-value");
		assertThat(find(name())).contains("CANARY-value");
	}

	@Test
	void findOnAnotherThreadGivesTheSecret() {
		SecretName name = name();
		put(name, "CANARY-value");
		assertThat(CompletableFuture.supplyAsync(() -> find(name), (task) -> Thread.ofPlatform().start(task)))
			.succeedsWithin(Duration.ofSeconds(60))
			.isEqualTo(Optional.of("CANARY-value"));
	}

	@Test
	void putLeavesTheCallersSecretAsItIs() {
		try (Secret secret = Secret.of("CANARY-value")) {
			store().put(name(), secret, Expected.anything());
			assertThat(secret.reveal()).isEqualTo("CANARY-value");
		}
	}

	@Test
	void putWhenEmptyIsRefused() {
		put(name(), "CANARY-value");
		assertThatIllegalArgumentException().isThrownBy(() -> put(name(), ""));
		assertThat(find(name())).contains("CANARY-value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANARY", "CANARY-value", "CANARY-value-that-is-longer-than-the-one-before" })
	void putWhenPresentReplaces(String value) {
		put(name(), "CANARY-before");
		put(name(), value);
		assertThat(find(name())).contains(value);
		assertThat(store().list()).containsOnlyOnce(name());
	}

	@Test
	void removeWhenPresentRemoves() {
		put(name(), "CANARY-value");
		assertThat(store().remove(name())).isTrue();
		assertThat(store().find(name())).isEmpty();
		assertThat(store().list()).doesNotContain(name());
	}

	@Test
	void removeTwiceSaysThatThereWasNone() {
		put(name(), "CANARY-value");
		store().remove(name());
		assertThat(store().remove(name())).isFalse();
	}

	@Test
	void putAfterRemoveKeepsTheNewSecret() {
		put(name(), "CANARY-before");
		store().remove(name());
		put(name(), "CANARY-after");
		assertThat(find(name())).contains("CANARY-after");
	}

	@Test
	void listGivesEveryName() {
		put(name(), "CANARY-value");
		put(name("work"), "CANARY-work");
		assertThat(store().list()).filteredOn((name) -> name.owner().equals(this.owner))
			.containsExactlyInAnyOrder(name(), name("work"));
	}

	@Test
	void accountsDoNotSeeEachOther() {
		put(name(), "CANARY-none");
		put(name("work"), "CANARY-work");
		put(name("Work"), "CANARY-Work");
		store().remove(name("work"));
		assertThat(find(name())).contains("CANARY-none");
		assertThat(find(name("Work"))).contains("CANARY-Work");
		assertThat(find(name("work"))).isEmpty();
		assertThat(find(name("wor"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2559, 2560, 2561, 5 * 1024, 10 * 1024, 32 * 1024 })
	void putWhenLargeKeepsTheSecretOrTheOldOne(int size) {
		put(name(), "CANARY-before");
		String value = "CANARY".repeat(size / 6 + 1).substring(0, size);
		try {
			put(name(), value);
			assertThat(find(name())).contains(value);
		}
		catch (SecretTooLargeException | StoreQuotaExceededException ex) {
			assertThat(mayRefuse(size)).isTrue();
			assertThat(ex).hasMessageNotContaining("CANARY");
			assertThat(find(name())).contains("CANARY-before");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANARY é日本😀", "CANARY\nline\r\n", "CANARY\0NUL", "CANARY\"'`\\",
			"{USERNAME}CANARY{TITLE}", " CANARY ", "%CANARY%", "{\"type\":\"apikey\",\"value\":\"CANARY\"}" })
	void findAfterPutOfOddCharactersGivesThem(String value) {
		put(name(), value);
		assertThat(find(name())).contains(value);
	}

	@Test
	void findAfterPutOfAnyBytesGivesThem() {
		byte[] bytes = new byte[256];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		try (Secret secret = Secret.of(bytes)) {
			store().put(name(), secret, Expected.anything());
			assertThat(store().find(name())).map(Stored::value).contains(secret);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "a:b", "a@b.example", "50%", "%2F", "two words", ".", "..", "../x", "a;b", "a\\b",
			"*?", "Straße", "日本", "'quoted'" })
	void findWithAnOddAccountGivesItsSecret(String account) {
		put(name(account), "CANARY-value");
		assertThat(find(name(account))).contains("CANARY-value");
		assertThat(store().list()).contains(name(account));
		assertThat(store().remove(name(account))).isTrue();
	}

	private Revision revision(SecretName name) {
		try (Stored found = store().find(name).orElseThrow()) {
			return found.revision();
		}
	}

	@Test
	void revisionIsTheSameUntilTheSecretChanges() {
		put(name(), "CANARY-value");
		put(name("other"), "CANARY-value");
		Revision first = revision(name());
		put(name("other"), "CANARY-other");
		assertThat(revision(name())).isEqualTo(first);
		put(name(), "CANARY-after");
		assertThat(revision(name())).isNotEqualTo(first);
	}

	@Test
	void putGivesTheRevisionThatIsFoundThen() {
		Revision first = put(store(), name(), "CANARY-value", Expected.anything());
		assertThat(revision(name())).isEqualTo(first);
		Revision second = put(store(), name(), "CANARY-after", Expected.unchanged(first));
		assertThat(revision(name())).isEqualTo(second).isNotEqualTo(first);
	}

	@Test
	void revisionShowsNothingOfTheSecret() {
		put(name(), "CANARY-value");
		Revision revision = revision(name());
		assertThat(revision.text()).doesNotContain("CANARY");
		assertThat(revision).hasToString("[revision]");
	}

	@Test
	void putWhereNothingIsExpectedStores() {
		put(store(), name(), "CANARY-value", Expected.absent());
		assertThat(find(name())).contains("CANARY-value");
		store().remove(name());
		put(store(), name(), "CANARY-again", Expected.absent());
		assertThat(find(name())).contains("CANARY-again");
	}

	@Test
	void putWhereNothingIsExpectedAndSomethingIsThereRefusesAndLeavesIt() {
		put(name(), "CANARY-before");
		assertConflict(Expected.absent());
		assertThat(find(name())).contains("CANARY-before");
	}

	@Test
	void putWhenTheSecretHasChangedRefusesAndLeavesIt() {
		put(name(), "CANARY-before");
		Revision before = revision(name());
		put(name(), "CANARY-theirs");
		assertConflict(Expected.unchanged(before));
		assertThat(find(name())).contains("CANARY-theirs");
		put(store(), name(), "CANARY-mine", Expected.unchanged(revision(name())));
		assertThat(find(name())).contains("CANARY-mine");
	}

	@Test
	void putWhenTheSecretIsGoneRefusesAndLeavesNothing() {
		put(name(), "CANARY-before");
		Revision before = revision(name());
		store().remove(name());
		assertConflict(Expected.unchanged(before));
		assertThat(find(name())).isEmpty();
		assertThat(store().list()).doesNotContain(name());
	}

	@Test
	void putWithTheRevisionOfAnotherStoreRefuses() {
		put(name(), "CANARY-before");
		assertConflict(Expected.unchanged(new Revision("of another store")));
		assertThat(find(name())).contains("CANARY-before");
	}

	private void assertConflict(Expected expected) {
		assertThatExceptionOfType(StoreConflictException.class)
			.isThrownBy(() -> put(store(), name(), "CANARY-mine", expected))
			.withMessageNotContaining("CANARY")
			.satisfies((failure) -> assertThat(failure.remedy()).isPresent());
	}

	@Test
	void removeWhenTheSecretHasChangedRefusesAndLeavesIt() {
		put(name(), "CANARY-before");
		Revision before = revision(name());
		put(name(), "CANARY-theirs");
		assertThatExceptionOfType(StoreConflictException.class)
			.isThrownBy(() -> store().remove(name(), Expected.unchanged(before)));
		assertThat(find(name())).contains("CANARY-theirs");
		assertThat(store().remove(name(), Expected.unchanged(revision(name())))).isTrue();
		assertThat(find(name())).isEmpty();
	}

	@Test
	void removeOfNothingWhereNothingIsExpectedSaysThatThereWasNone() {
		assertThat(store().remove(name(), Expected.absent())).isFalse();
	}

	@RepeatedTest(5)
	void putByThreadsThatFoundTheSameLetsOneWinAndTellsTheOthers() {
		SecretName name = name();
		put(name, "CANARY-before");
		Revision before = revision(name);
		List<CompletableFuture<Boolean>> renewals = IntStream.rangeClosed(1, THREADS)
			.mapToObj((thread) -> CompletableFuture.supplyAsync(() -> renews(name, "CANARY-" + thread, before),
					(task) -> Thread.ofPlatform().start(task)))
			.toList();
		List<Boolean> won = renewals.stream().map(CompletableFuture::join).toList();
		assertThat(won).containsOnlyOnce(true);
		assertThat(find(name)).contains("CANARY-" + (won.indexOf(true) + 1));
	}

	private boolean renews(SecretName name, String value, Revision before) {
		try {
			put(store(), name, value, Expected.unchanged(before));
			return true;
		}
		catch (StoreConflictException _) {
			return false;
		}
	}

	@Test
	void toStringHoldsNoSecret() {
		put(name(), "CANARY-value");
		assertThat(store().find(name())).hasToString("Optional[Stored[value=[secret], revision=[revision]]]");
		assertThat(store().toString().getBytes(StandardCharsets.UTF_8)).asString().doesNotContain("CANARY");
	}

}

package com.headjack.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.AlteringSecretStore;
import com.headjack.store.Expected;
import com.headjack.store.FailingSecretStore;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Probe;
import com.headjack.store.RacingSecretStore;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialMigrationTests {

	private static final SecretName CLAUDE = SecretName.of("claude");

	private static final SecretName CODEX = SecretName.of("codex");

	private static final List<SecretName> NAMES = List.of(CLAUDE, CLAUDE.withAccount("work"), CODEX);

	private static final int MOST_CALLS = 40;

	private final List<SecretName> moved = new ArrayList<>();

	private InMemorySecretStore source = new InMemorySecretStore("source", new Probe.Ready());

	private InMemorySecretStore target = new InMemorySecretStore("target", new Probe.Ready());

	@Test
	void runMovesEveryAccountOfEveryAgentAndTellsOfEach() {
		fill();
		migrate(this.source, this.target);
		assertThat(this.moved).containsExactlyElementsOf(NAMES);
		assertThatAllIsMoved();
	}

	@Test
	void runWhenThereIsNothingTellsOfNothing() {
		migrate(this.source, this.target);
		assertThat(this.moved).isEmpty();
	}

	@Test
	void runWhenTheTargetHasTheSameValueOnlyRemovesItFromTheSource() {
		fill();
		put(this.target, CODEX, "FAKE-" + CODEX);
		migrate(this.source, this.target);
		assertThat(this.moved).containsExactlyElementsOf(NAMES);
		assertThatAllIsMoved();
	}

	@Test
	void runWhenTheTargetHasTheSameLoginOfAnotherTimeKeepsThat() {
		String login = "{\"type\":\"apikey\",\"value\":\"FAKE\"%s}";
		put(this.source, CLAUDE, login.formatted(",\"captured\":\"2026-01-31T12:00:00Z\""));
		put(this.target, CLAUDE, login.formatted(""));
		migrate(this.source, this.target);
		assertThat(this.source.list()).isEmpty();
		assertThat(text(this.target, CLAUDE)).contains(login.formatted(""));
	}

	@Test
	void runWhenTheTargetHasAnotherValueNamesItAndMovesNothing() {
		fill();
		put(this.target, CODEX, "FAKE-other");
		assertThatExceptionOfType(StoreConflictException.class).isThrownBy(() -> migrate(this.source, this.target))
			.withMessage("'source' and 'target' hold different values of: codex-credential")
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow())
				.contains("HEADJACK_KEYRING_BACKEND=target hjk auth remove codex"));
		assertThat(this.moved).isEmpty();
		assertThat(this.source.list()).containsExactlyInAnyOrderElementsOf(NAMES);
		assertThat(this.target.list()).containsExactly(CODEX);
		assertThat(text(this.target, CODEX)).contains("FAKE-other");
	}

	@Test
	void runWhenTheConflictIsAnAccountsSaysHowToRemoveThatOne() {
		put(this.source, CLAUDE.withAccount("work"), "FAKE-one");
		put(this.target, CLAUDE.withAccount("work"), "FAKE-other");
		assertThatExceptionOfType(StoreConflictException.class).isThrownBy(() -> migrate(this.source, this.target))
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow())
				.contains("hjk auth remove claude --account work"));
	}

	@Test
	void runWhenTheTargetGivesBackSomethingElseRemovesNothing() {
		fill();
		RevisedStore lying = new AlteringSecretStore(this.target);
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> migrate(this.source, lying))
			.withMessageContaining("'target' did not return what was stored there as claude-credential");
		assertThat(this.source.list()).containsExactlyInAnyOrderElementsOf(NAMES);
	}

	@Test
	void runWhenSomebodyFillsTheTargetMeanwhileOverwritesNothingAndNamesIt() {
		put(this.source, CLAUDE, "FAKE-mine");
		RevisedStore racing = new RacingSecretStore(this.target, () -> put(this.target, CLAUDE, "FAKE-theirs"), 1);
		assertConflict(this.source, racing);
		assertThat(text(this.source, CLAUDE)).contains("FAKE-mine");
		assertThat(text(this.target, CLAUDE)).contains("FAKE-theirs");
	}

	@Test
	void runWhenSomebodyFillsTheTargetWithTheSameMeanwhileCompletes() {
		put(this.source, CLAUDE, "FAKE-same");
		migrate(this.source, new RacingSecretStore(this.target, () -> put(this.target, CLAUDE, "FAKE-same"), 1));
		assertThat(this.source.list()).isEmpty();
		assertThat(text(this.target, CLAUDE)).contains("FAKE-same");
	}

	@Test
	void runWhenASessionRenewsTheLoginJustBeforeItsRemovalKeepsBothAndNamesIt() {
		put(this.source, CLAUDE, "FAKE-old");
		RevisedStore racing = new RacingSecretStore(this.source, () -> put(this.source, CLAUDE, "FAKE-renewed"), 1);
		assertConflict(racing, this.target);
		assertThat(text(this.source, CLAUDE)).contains("FAKE-renewed");
		assertThat(text(this.target, CLAUDE)).contains("FAKE-old");
		assertThat(this.moved).isEmpty();
	}

	private void assertConflict(RevisedStore from, RevisedStore to) {
		assertThatExceptionOfType(StoreConflictException.class).isThrownBy(() -> migrate(from, to))
			.withMessage("'source' and 'target' hold different values of: claude-credential");
	}

	@Test
	void createWhenBothSidesAreTheSameIsMisuse() {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> new CredentialMigration(this.source, this.source))
			.satisfies((failure) -> assertThat(failure.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void runWhenAnyCallToTheSourceFailsLosesNothingAndIsCompletedByASecondRun(boolean done) {
		int failures = 0;
		for (int n = 1; n <= MOST_CALLS; n++) {
			begin();
			failures += run(new FailingSecretStore(this.source, n, done), this.target);
		}
		assertThat(failures).isBetween(10, MOST_CALLS - 1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void runWhenAnyCallToTheTargetFailsLosesNothingAndIsCompletedByASecondRun(boolean done) {
		int failures = 0;
		for (int n = 1; n <= MOST_CALLS; n++) {
			begin();
			failures += run(this.source, new FailingSecretStore(this.target, n, done));
		}
		assertThat(failures).isBetween(10, MOST_CALLS - 1);
	}

	/**
	 * Runs twice, the first time against a store that fails.
	 * @return how many of the two runs failed
	 */
	private int run(RevisedStore from, RevisedStore to) {
		int failed = 0;
		try {
			migrate(from, to);
		}
		catch (StoreTimeoutException _) {
			failed = 1;
		}
		assertThat(NAMES).allSatisfy((name) -> assertThat(List.of(text(this.source, name), text(this.target, name)))
			.contains(Optional.of("FAKE-" + name)));
		migrate(this.source, this.target);
		assertThatAllIsMoved();
		return failed;
	}

	private void begin() {
		this.source = new InMemorySecretStore("source", new Probe.Ready());
		this.target = new InMemorySecretStore("target", new Probe.Ready());
		fill();
	}

	private void migrate(RevisedStore from, RevisedStore to) {
		new CredentialMigration(from, to).run(this.moved::add);
	}

	private void assertThatAllIsMoved() {
		assertThat(this.source.list()).isEmpty();
		assertThat(NAMES).allSatisfy((name) -> assertThat(text(this.target, name)).contains("FAKE-" + name));
	}

	private void fill() {
		NAMES.forEach((name) -> put(this.source, name, "FAKE-" + name));
	}

	private static void put(RevisedStore store, SecretName name, String text) {
		try (Secret secret = Secret.of(text)) {
			store.put(name, secret, Expected.anything());
		}
	}

	private static Optional<String> text(RevisedStore store, SecretName name) {
		return store.find(name).map((stored) -> stored.value().reveal());
	}

}

package com.headjack.credential;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentId;
import com.headjack.agent.TestAgents;
import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.FailingSecretStore;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Probe;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreSelector;
import com.headjack.store.StoreTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccountRenameTests {

	private static final Account WORK = new Account(new AgentId("claude"), "work");

	private static final Account ACME = new Account(new AgentId("claude"), "acme");

	private static final String LOGIN = "{\"type\":\"apikey\",\"value\":\"FAKE-CANARY\",\"theirs\":1}";

	private static final int MOST_CALLS = 20;

	@TempDir
	Path folder;

	private InMemorySecretStore store = new InMemorySecretStore("memory", new Probe.Ready());

	@BeforeEach
	void setUp() {
		this.store = new InMemorySecretStore("memory", new Probe.Ready());
		put(WORK, LOGIN);
	}

	@Test
	void copyAndCompleteMoveEveryByte() {
		try (AccountRename.Copied copied = rename(this.store).copy(WORK, ACME)) {
			assertThat(text(WORK)).isEqualTo(LOGIN);
			assertThat(text(ACME)).isEqualTo(LOGIN);
			copied.complete();
		}
		assertThat(text(WORK)).isNull();
		assertThat(text(ACME)).isEqualTo(LOGIN);
		assertThat(index().accounts()).containsExactly(ACME);
	}

	@Test
	void copyAndCompleteMoveTheAccountWithoutAName() {
		Account unnamed = new Account(WORK.agent(), null);
		move(this.store, WORK, unnamed);
		assertThat(text(unnamed)).isEqualTo(LOGIN);
		move(this.store, unnamed, ACME);
		assertThat(text(ACME)).isEqualTo(LOGIN);
		assertThat(text(unnamed)).isNull();
	}

	@Test
	void copyWhenAnotherHasTheNameChangesNothing() {
		put(ACME, "FAKE-other");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> rename(this.store).copy(WORK, ACME))
			.withMessage("claude has an account \"acme\" already")
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains("hjk auth remove claude --account acme"))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.FAILED));
		assertThat(text(WORK)).isEqualTo(LOGIN);
		assertThat(text(ACME)).isEqualTo("FAKE-other");
	}

	@Test
	void copyWhenThereIsNoSuchAccountTellsIt() {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> rename(this.store).copy(ACME, WORK))
			.withMessage("no credential for account \"acme\" of claude is stored")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND));
		assertThat(text(WORK)).isEqualTo(LOGIN);
	}

	@Test
	void copyToTheSameNameIsMisuse() {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> rename(this.store).copy(WORK, WORK))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
		assertThat(text(WORK)).isEqualTo(LOGIN);
	}

	@Test
	void completeWhenTheLoginChangedMeanwhileKeepsBoth() {
		try (AccountRename.Copied copied = rename(this.store).copy(WORK, ACME)) {
			put(WORK, "FAKE-renewed");
			assertThatExceptionOfType(StoreConflictException.class).isThrownBy(copied::complete);
		}
		assertThat(text(WORK)).isEqualTo("FAKE-renewed");
		assertThat(text(ACME)).isEqualTo(LOGIN);
	}

	@Test
	void completeWhenTheCopyIsGoneKeepsTheLogin() {
		try (AccountRename.Copied copied = rename(this.store).copy(WORK, ACME)) {
			this.store.remove(ACME.secretName());
			assertThatExceptionOfType(StoreConflictException.class).isThrownBy(copied::complete);
		}
		assertThat(text(WORK)).isEqualTo(LOGIN);
	}

	@Test
	void completeWhenTheCopyWasRenewedMeanwhileKeepsThat() {
		try (AccountRename.Copied copied = rename(this.store).copy(WORK, ACME)) {
			put(ACME, "FAKE-renewed");
			copied.complete();
		}
		assertThat(text(WORK)).isNull();
		assertThat(text(ACME)).isEqualTo("FAKE-renewed");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenAnyCallToTheStoreFailsNothingIsLostAndASecondRunCompletesIt(boolean done) {
		int failures = 0;
		for (int n = 1; n <= MOST_CALLS; n++) {
			setUp();
			failures += run(new FailingSecretStore(this.store, n, done));
		}
		assertThat(failures).isBetween(4, MOST_CALLS - 1);
	}

	private int run(RevisedStore failing) {
		try {
			move(failing, WORK, ACME);
			return 0;
		}
		catch (StoreTimeoutException _) {
			assertThat(List.of(Objects.toString(text(WORK)), Objects.toString(text(ACME)))).contains(LOGIN);
		}
		if (text(WORK) != null) {
			move(this.store, WORK, ACME);
		}
		assertThat(text(ACME)).isEqualTo(LOGIN);
		assertThat(text(WORK)).isNull();
		return 1;
	}

	private void move(RevisedStore some, Account from, Account to) {
		try (AccountRename.Copied copied = rename(some).copy(from, to)) {
			copied.complete();
		}
	}

	private AccountIndex index() {
		return new AccountIndex(this.folder.resolve("accounts"));
	}

	private AccountRename rename(RevisedStore some) {
		StoreSelector selector = new StoreSelector(List.of(some), null);
		return new AccountRename(selector,
				new CredentialRepository(selector, new CredentialCodec(), index(), TestAgents.builtIn()), index());
	}

	private void put(Account account, String text) {
		try (Secret secret = Secret.of(text)) {
			this.store.put(account.secretName(), secret, Expected.anything());
		}
	}

	private @Nullable String text(Account account) {
		return this.store.find(account.secretName()).map((stored) -> stored.value().reveal()).orElse(null);
	}

}

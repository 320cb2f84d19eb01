package com.headjack.credential;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.headjack.agent.AgentId;

import static org.assertj.core.api.Assertions.assertThat;

class StoredAccountsTests {

	private static final AgentId CODEX = new AgentId("codex");

	@Test
	void insteadWhenNoneIsTheDefaultTellsAllAndBothRemedies() {
		assertThat(accounts("acme", "work").instead(account(null))).hasValue(
				"the accounts of codex are: acme, work; name one with --account, or run 'hjk auth default codex NAME'");
	}

	@Test
	void insteadWhenANameIsMistypedTellsTheNearest() {
		assertThat(accounts(null, "acme", "work").instead(account("wrok")))
			.hasValue("did you mean \"work\"? the accounts of codex are: default, acme, work");
		assertThat(accounts(null, "work").instead(account("defualt")))
			.hasValue("did you mean \"default\"? the accounts of codex are: default, work");
	}

	@Test
	void insteadWhenNoNameIsNearTellsAll() {
		assertThat(accounts(null, "work").instead(account("acme")))
			.hasValue("the accounts of codex are: default, work");
	}

	@Test
	void insteadWhenThereIsNoOtherIsEmpty() {
		assertThat(accounts().instead(account("work"))).isEmpty();
		assertThat(accounts("work").instead(account("work"))).isEmpty();
	}

	private static StoredAccounts accounts(@Nullable String... names) {
		return new StoredAccounts(Stream.of(names).map(StoredAccountsTests::account).toList());
	}

	private static Account account(@Nullable String name) {
		return new Account(CODEX, name);
	}

}

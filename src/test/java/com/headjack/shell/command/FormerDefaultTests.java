package com.headjack.shell.command;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.TestCredentials;
import com.headjack.secret.Secret;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;

class FormerDefaultTests {

	private static final AgentId CODEX = new AgentId("codex");

	private final CredentialRepository repository = TestCredentials
		.in(new StoreSelector(List.of(new InMemorySecretStore()), null));

	@Test
	void lineWhenThereIsAnAccountWithoutANameTellsThatItIsTheDefault() {
		store(null);
		store("acme");
		assertThat(former("work", Map.of("agents.codex.account", "work")).line())
			.hasValue("It was the default of codex; account \"default\" is the default now");
	}

	@Test
	void lineWhenNoneIsTheDefaultListsThoseThatCanBe() {
		store("acme");
		store("home");
		String none = "It was the default of codex, which has none now: 'hjk auth default codex NAME' sets one of acme, home";
		assertThat(former("work", Map.of("agents.codex.account", "work")).line()).hasValue(none);
		assertThat(former(null, Map.of()).line()).hasValue(none);
	}

	@Test
	void lineWhenAVariableNamesTheDefaultTellsThat() {
		store("acme");
		assertThat(former("work", Map.of("agents.codex.account", "acme")).line())
			.hasValue("It was the default of codex; account \"acme\" is the default now");
	}

	@Test
	void lineWhenNoAccountIsLeftTellsOnlyOfANamedOne() {
		assertThat(former("work", Map.of("agents.codex.account", "work")).line())
			.hasValue("It was the default of codex: 'hjk auth default codex ACCOUNT' sets another");
		assertThat(former(null, Map.of()).line()).isEmpty();
	}

	private FormerDefault former(@Nullable String name, Map<String, Object> settings) {
		return new FormerDefault(new Account(CODEX, name), TestAgents.configured(settings), this.repository);
	}

	private void store(@Nullable String name) {
		try (Credential credential = new Credential(LoginMethod.API_KEY, Secret.of("FAKE"))) {
			this.repository.put(new Account(CODEX, name), credential);
		}
	}

}

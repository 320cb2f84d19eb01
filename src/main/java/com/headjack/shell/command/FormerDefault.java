package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.headjack.agent.AgentId;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.store.StoreException;

/**
 * An account that was removed, and was the default of its agent in the user's file.
 *
 * @param account the account
 * @param configured the configuration from all sources, as it was before
 * @param repository tells which accounts are left
 */
record FormerDefault(Account account, ConfiguredAgents configured, CredentialRepository repository) {

	/**
	 * Returns which account is the default now.
	 * @return a sentence without a full stop, or empty if there is nothing to say
	 */
	Optional<String> line() {
		AgentId agent = this.account.agent();
		List<Account> left = left();
		if (left.isEmpty()) {
			return Optional
				.of("It was the default of %s: 'hjk auth default %s ACCOUNT' sets another".formatted(agent, agent))
				.filter((_) -> this.account.name() != null);
		}
		Account now = now();
		return Optional.of(left.contains(now)
				? "It was the default of %s; account \"%s\" is the default now".formatted(agent, now.label())
				: "It was the default of %s, which has none now: 'hjk auth default %s NAME' sets one of %s"
					.formatted(agent, agent, left.stream().map(Account::label).collect(Collectors.joining(", "))));
	}

	/**
	 * A variable, or another file, may name an account in place of the user's file.
	 */
	private Account now() {
		String elsewhere = this.configured.account(this.account.agent(), null);
		return Account.of(this.account.agent(), this.account.label().equals(elsewhere) ? null : elsewhere);
	}

	private List<Account> left() {
		try {
			return this.repository.accountsOf(this.account.agent());
		}
		catch (StoreException _) {
			return List.of();
		}
	}

}

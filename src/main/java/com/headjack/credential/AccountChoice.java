package com.headjack.credential;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentId;
import com.headjack.agent.ConfiguredAgents;

/**
 * Chooses the account of an agent: the one that the user names, or else that of the
 * repository, or else the agent's default.
 *
 * @param configured the user's configuration
 */
public record AccountChoice(ConfiguredAgents configured) {

	/**
	 * Chooses an account.
	 * @param agent the agent
	 * @param named the name that the user gave, or {@code null} for none
	 * @param repository the id of the repository, or {@code null} for none
	 * @return the account
	 * @throws CredentialException if the name is invalid
	 */
	public Account of(AgentId agent, @Nullable String named, @Nullable String repository) {
		return Account.of(agent, (named != null) ? named : this.configured.account(agent, repository));
	}

	/**
	 * Returns the account that is used where neither the user nor the repository has
	 * another.
	 * @param agent the agent
	 * @return the account
	 */
	public Account byDefault(AgentId agent) {
		return of(agent, null, null);
	}

	/**
	 * Returns the accounts of single repositories.
	 * @param agent the agent
	 * @return the accounts by the repositories' ids
	 */
	public SequencedMap<String, Account> bound(AgentId agent) {
		SequencedMap<String, Account> bound = new LinkedHashMap<>();
		this.configured.repositories(agent)
			.forEach((repository, name) -> bound.put(repository, Account.of(agent, name)));
		return bound;
	}

	/**
	 * Finds the accounts that are configured, but not logged in.
	 * @param agents the agents
	 * @param stored whether an account is logged in
	 * @return the accounts with a name, that of each agent first
	 */
	public List<AbsentAccount> absent(Collection<AgentId> agents, Predicate<Account> stored) {
		return agents.stream().flatMap(this::uses).filter((use) -> !stored.test(use.account())).toList();
	}

	private Stream<AbsentAccount> uses(AgentId agent) {
		Stream<AbsentAccount> usual = Stream.of(new AbsentAccount(byDefault(agent), null))
			.filter((use) -> use.account().name() != null);
		return Stream.concat(usual,
				bound(agent).entrySet().stream().map((use) -> new AbsentAccount(use.getValue(), use.getKey())));
	}

}

package com.headjack.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentId;
import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreSelector;

/**
 * Finds and keeps credentials in the selected store.
 */
public final class CredentialRepository {

	private final StoreSelector selector;

	private final CredentialCodec codec;

	CredentialRepository(StoreSelector selector, CredentialCodec codec) {
		this.selector = selector;
		this.codec = codec;
	}

	/**
	 * Finds a credential.
	 * @param account whose it is
	 * @return the credential, to be closed by the caller, or empty if there is none
	 */
	public Optional<Credential> find(Account account) {
		SecretName name = account.secretName();
		return store().find(name).map((stored) -> decode(name, stored));
	}

	/**
	 * Gets a credential.
	 * @param account whose it is
	 * @return the credential, to be closed by the caller
	 * @throws CredentialException if there is none
	 */
	public Credential get(Account account) {
		return find(account).orElseThrow(() -> missing(account));
	}

	/**
	 * Fails unless there is a credential.
	 * @param account whose it is
	 * @throws CredentialException if there is none
	 */
	public void require(Account account) {
		if (!store().list().contains(account.secretName())) {
			throw missing(account);
		}
	}

	/**
	 * Keeps a credential, in place of an earlier one.
	 * @param account whose it is
	 * @param credential the credential; stays the caller's
	 * @return where it is now
	 */
	public SecretStore put(Account account, Credential credential) {
		SecretStore store = store();
		try (Secret encoded = this.codec.encode(credential)) {
			store.put(account.secretName(), encoded);
		}
		return store;
	}

	/**
	 * Removes a credential.
	 * @param account whose it is
	 * @return whether there was one
	 */
	public boolean remove(Account account) {
		return store().remove(account.secretName());
	}

	/**
	 * Finds out what is stored for an account.
	 * @param account the account
	 * @return what may be told of it
	 */
	public CredentialStatus status(Account account) {
		try (Credential credential = find(account).orElse(null)) {
			return CredentialStatus.of(account, store().name(), credential);
		}
	}

	/**
	 * Finds out what is stored for agents.
	 * @param agents the agents to tell of
	 * @return one for each account by agent and name, and one for an agent without any
	 */
	public List<CredentialStatus> status(List<AgentId> agents) {
		List<SecretName> stored = store().list();
		return agents.stream().flatMap((agent) -> accounts(agent, stored)).map(this::status).toList();
	}

	/**
	 * The accounts that something is stored for.
	 * @return the accounts by agent and name
	 */
	public List<Account> accounts() {
		return store().list()
			.stream()
			.map((name) -> new Account(new AgentId(name.owner()), name.account()))
			.sorted(Comparator.comparing(Account::toString))
			.toList();
	}

	private static Stream<Account> accounts(AgentId agent, List<SecretName> stored) {
		List<Account> accounts = stored.stream()
			.filter((name) -> name.owner().equals(agent.value()))
			.map((name) -> new Account(agent, name.account()))
			.sorted(Comparator.comparing(Account::label))
			.toList();
		return accounts.isEmpty() ? Stream.of(new Account(agent, null)) : accounts.stream();
	}

	private static CredentialException missing(Account account) {
		String whose = (account.name() != null) ? "account \"%s\" of %s".formatted(account.name(), account.agent())
				: account.agent().toString();
		return new CredentialException(FailureKind.NOT_FOUND, "no credential for " + whose + " is stored",
				"run 'hjk auth " + account + "' to log in");
	}

	private Credential decode(SecretName name, Secret stored) {
		try (stored) {
			return this.codec.decode(name, stored);
		}
	}

	private SecretStore store() {
		return this.selector.select().store();
	}

}

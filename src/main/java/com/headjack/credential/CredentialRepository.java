package com.headjack.credential;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.RevisedStore;
import com.headjack.store.Revision;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreSelector;
import com.headjack.store.Stored;

/**
 * Finds and stores credentials in the selected store.
 */
public final class CredentialRepository {

	private final StoreSelector selector;

	private final CredentialCodec codec;

	private final AccountIndex index;

	private final AgentCatalog catalog;

	CredentialRepository(StoreSelector selector, CredentialCodec codec, AccountIndex index, AgentCatalog catalog) {
		this.selector = selector;
		this.codec = codec;
		this.index = index;
		this.catalog = catalog;
	}

	/**
	 * Finds a credential.
	 * @param account the account
	 * @return the credential and its revision, which the caller closes, or empty if none
	 * is stored
	 */
	public Optional<Kept> find(Account account) {
		SecretName name = account.secretName();
		return store().find(name).map((stored) -> decode(name, stored));
	}

	/**
	 * Gets a credential.
	 * @param account the account
	 * @return the credential, which the caller closes
	 * @throws CredentialException if none is stored
	 */
	public Credential get(Account account) {
		return find(account).map(Kept::credential).orElseThrow(() -> missing(account));
	}

	/**
	 * Checks that a credential is stored, without reading it.
	 * @param account the account
	 * @throws CredentialException if none is stored
	 */
	public void require(Account account) {
		if (!stored().contains(account.secretName())) {
			throw missing(account);
		}
	}

	/**
	 * Returns whether a credential is stored, before another one replaces it.
	 * @param account the account
	 * @return whether there is one, even a damaged one; {@code false} if the store does
	 * not tell
	 */
	public boolean holds(Account account) {
		try {
			Optional<Stored> stored = store().find(account.secretName());
			stored.ifPresent(Stored::close);
			return stored.isPresent();
		}
		catch (StoreException _) {
			return false;
		}
	}

	/**
	 * Stores a credential, replacing an earlier one, whatever that is. The same login
	 * once more keeps its facts, with the time of its first capture.
	 * @param account the account
	 * @param credential the credential, which the caller closes
	 * @return the store that has it now
	 */
	public RevisedStore put(Account account, Credential credential) {
		put(account, asFirstCaptured(account, credential), Expected.anything());
		return store();
	}

	/**
	 * Stores a credential as it is, with its facts, if the store has what is expected.
	 * @param account the account
	 * @param credential the credential, which the caller closes
	 * @param expected what has to be there
	 * @return the revision of the stored credential
	 * @throws StoreConflictException if something else is there, which is then unchanged
	 */
	public Revision put(Account account, Credential credential, Expected expected) {
		try (Secret encoded = this.codec.encode(credential)) {
			Revision revision = store().put(account.secretName(), encoded, expected);
			this.index.add(account.secretName());
			return revision;
		}
	}

	private Credential asFirstCaptured(Account account, Credential credential) {
		try (Kept kept = find(account).orElse(null)) {
			Credential stored = (kept != null) ? kept.credential() : null;
			return (stored != null && stored.isKnown() && stored.isSameLoginAs(credential))
					? new Credential(credential.method(), credential.value(), stored.facts()) : credential;
		}
		catch (StoreException _) {
			return credential;
		}
	}

	/**
	 * Removes a credential.
	 * @param account the account
	 * @return whether one was stored
	 */
	public boolean remove(Account account) {
		boolean removed = store().remove(account.secretName());
		this.index.remove(account.secretName());
		return removed;
	}

	/**
	 * Returns the store that is in use.
	 * @return its name and its place, which tell it from others
	 */
	public String storeInUse() {
		RevisedStore store = store();
		return store.name() + ": " + store.place();
	}

	/**
	 * Describes the credential of an account.
	 * @param account the account
	 * @return the description
	 */
	public CredentialStatus status(Account account) {
		return status(account, (_, _) -> {
		});
	}

	private CredentialStatus status(Account account, BiConsumer<Account, Credential> reader) {
		String backend = store().name();
		try (Kept kept = find(account).orElse(null)) {
			if (kept == null) {
				return CredentialStatus.missing(account, backend);
			}
			reader.accept(account, kept.credential());
			return status(account, backend, kept.credential());
		}
	}

	private CredentialStatus status(Account account, String backend, Credential credential) {
		return new CredentialStatus(account, backend, credential.method(), Mask.of(credential.value()),
				facts(account.agent(), credential));
	}

	/**
	 * A login that was stored without its facts is looked at, and so is one whose profile
	 * the user may have changed since.
	 */
	private CredentialFacts facts(AgentId agent, Credential credential) {
		return (credential.isKnown() && !this.catalog.isOwn(agent)) ? credential.facts() : CredentialFacts
			.of(credential.value(), this.catalog.renewal(agent, credential.method()), credential.facts().captured());
	}

	/**
	 * Describes the credentials of agents.
	 * @param agents the agents
	 * @return one description for each stored account, and one for each agent without
	 * any, in the order of the agents and then of the accounts' names
	 */
	public List<CredentialStatus> status(List<AgentId> agents) {
		return status(agents, (_, _) -> {
		});
	}

	/**
	 * Describes the credentials of agents, and shows each to a reader.
	 * @param agents the agents
	 * @param reader gets each stored credential with its account, and must not keep it
	 * @return the descriptions, as without a reader
	 */
	public List<CredentialStatus> status(List<AgentId> agents, BiConsumer<Account, Credential> reader) {
		List<SecretName> stored = stored();
		return agents.stream()
			.flatMap((agent) -> accounts(agent, stored))
			.map((account) -> status(account, reader))
			.toList();
	}

	/**
	 * Returns whether some account had a login when the store was last listed.
	 * @return whether there was one
	 */
	public boolean hadAccounts() {
		return !this.index.accounts().isEmpty();
	}

	/**
	 * Finds the agents that have a login.
	 * @return their names, also of agents that are gone
	 */
	public List<AgentId> owners() {
		return stored().stream()
			.map(SecretName::owner)
			.filter(AgentId::isValid)
			.distinct()
			.sorted()
			.map(AgentId::new)
			.toList();
	}

	/**
	 * Finds the accounts that have a login, without reading them. What completion knows
	 * stays as it is, since another store may be asked than usual where nobody is there
	 * to unlock that.
	 * @return the accounts, also of agents that are gone, in the order of their names
	 */
	public List<Account> accounts() {
		return store().list()
			.stream()
			.filter((name) -> AgentId.isValid(name.owner()))
			.map((name) -> new Account(new AgentId(name.owner()), name.account()))
			.sorted(Comparator.comparing(Account::toString))
			.toList();
	}

	/**
	 * Finds the accounts of an agent that have a login, without reading them.
	 * @param agent the agent
	 * @return the accounts, in the order of their names
	 */
	public List<Account> accountsOf(AgentId agent) {
		return accounts().stream().filter((account) -> account.agent().equals(agent)).toList();
	}

	private List<SecretName> stored() {
		List<SecretName> stored = store().list();
		this.index.replace(stored);
		return stored;
	}

	private static Stream<Account> accounts(AgentId agent, List<SecretName> stored) {
		List<Account> accounts = stored.stream()
			.filter((name) -> name.owner().equals(agent.value()))
			.map((name) -> new Account(agent, name.account()))
			.sorted(Comparator.comparing(Account::label))
			.toList();
		return accounts.isEmpty() ? Stream.of(new Account(agent, null)) : accounts.stream();
	}

	/**
	 * Returns what a user may have meant whose account has no login.
	 * @param missing the account
	 * @return a hint with the agent's accounts, without a full stop; empty if it has
	 * none, or the store does not tell
	 */
	public Optional<String> instead(Account missing) {
		try {
			return new StoredAccounts(accountsOf(missing.agent())).instead(missing);
		}
		catch (StoreException _) {
			return Optional.empty();
		}
	}

	CredentialException missing(Account account) {
		String login = "run 'hjk auth " + account + "' to log in";
		return instead(account)
			.map((others) -> missing(account.labelled(),
					(account.name() != null) ? others + "; " + login + " to another" : others))
			.orElseGet(() -> missing(account.words(), login));
	}

	private static CredentialException missing(String whose, String remedy) {
		return new CredentialException(FailureKind.NOT_FOUND, "no credential for " + whose + " is stored", remedy);
	}

	private Kept decode(SecretName name, Stored stored) {
		try (stored) {
			return new Kept(this.codec.decode(name, stored.value()), stored.revision());
		}
	}

	private RevisedStore store() {
		return this.selector.select();
	}

}

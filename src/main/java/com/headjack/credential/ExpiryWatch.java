package com.headjack.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;

/**
 * Finds the logins that expire soon, or have expired.
 */
public final class ExpiryWatch {

	private final AgentCatalog catalog;

	private final Clock clock;

	/**
	 * Creates a watch.
	 * @param catalog the agents
	 * @param clock tells the time
	 */
	public ExpiryWatch(AgentCatalog catalog, Clock clock) {
		this.catalog = catalog;
		this.clock = clock;
	}

	/**
	 * Returns the time now.
	 * @return the time by which this watch judges
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Looks at a stored login.
	 * @param status its description
	 * @return what the user has to know, or empty if the login lasts or nothing is known
	 */
	public Optional<ExpiryNotice> look(CredentialStatus status) {
		return Optional.ofNullable(status.method())
			.flatMap((method) -> notice(status.account(), status.facts(), () -> remedy(status.account(), method)));
	}

	/**
	 * Looks at a login that is about to be used.
	 * @param profile its agent
	 * @param account its account
	 * @param credential the credential
	 * @return what the user has to know, or empty if the login lasts or nothing is known
	 */
	public Optional<ExpiryNotice> look(AgentProfile profile, Account account, Credential credential) {
		return profile.login(credential.method())
			.map(Login::renewal)
			.map((renewal) -> CredentialFacts.of(credential.value(), renewal, credential.facts().captured()))
			.flatMap((facts) -> notice(account, facts,
					() -> new Subject(profile, credential.method(), null).renewal(account)));
	}

	private Optional<ExpiryNotice> notice(Account account, CredentialFacts facts, Supplier<String> remedy) {
		Instant now = now();
		Validity validity = facts.validity(now);
		if (validity == Validity.LASTING || facts.expiry() == null) {
			return Optional.empty();
		}
		String whose = (account.name() != null) ? " (account \"%s\")".formatted(account.name()) : "";
		return Optional.of(new ExpiryNotice(validity,
				"the login of %s%s %s".formatted(account.agent(), whose, facts.expiry().words(now)), remedy.get()));
	}

	private String remedy(Account account, LoginMethod method) {
		return profile(account.agent()).filter((profile) -> profile.login(method).isPresent())
			.map((profile) -> new Subject(profile, method, null).renewal(account))
			.orElseGet(() -> "run 'hjk auth " + account + "'");
	}

	private Optional<AgentProfile> profile(AgentId agent) {
		try {
			return this.catalog.find(agent);
		}
		catch (AgentException _) {
			return Optional.empty();
		}
	}

}

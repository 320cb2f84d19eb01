package com.headjack.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.Kept;
import com.headjack.injection.LoginCopies;
import com.headjack.instance.Instance;
import com.headjack.renewal.Renewals;

/**
 * Finds sessions that run with a login that the user has replaced since, and that cannot
 * be given the new one.
 */
public final class FormerLogins {

	private final Sessions sessions;

	private final AgentCatalog catalog;

	private final CredentialRepository credentials;

	private final Renewals renewals;

	FormerLogins(Sessions sessions, AgentCatalog catalog, CredentialRepository credentials, Renewals renewals) {
		this.sessions = sessions;
		this.catalog = catalog;
		this.credentials = credentials;
		this.renewals = renewals;
	}

	/**
	 * Finds the sessions.
	 * @param instances the instances to search
	 * @return the sessions that started before the login of their account was captured,
	 * or that have one in files whose account has it no longer; only a new session gets
	 * the new one
	 */
	public List<SessionPlace> find(List<Instance> instances) {
		Map<Account, Optional<Login>> stored = new HashMap<>();
		return instances.stream()
			.filter((instance) -> instance.running() && this.sessions.areInUsualFolder(instance))
			.flatMap((instance) -> this.sessions.list(instance)
				.stream()
				.filter((session) -> session.running() && isFormer(instance, session, stored))
				.map((session) -> new SessionPlace(instance, session)))
			.toList();
	}

	private boolean isFormer(Instance instance, Session session, Map<Account, Optional<Login>> stored) {
		SessionLogin login = session.login();
		if (login == null || !AgentId.isValid(session.type())) {
			return false;
		}
		Account account = Account.of(new AgentId(session.type()), login.account());
		Optional<Login> now = stored.computeIfAbsent(account, this::stored);
		if (isFixed(account.agent(), login.method())) {
			return now.filter((some) -> some.isAfter(session.created())).isPresent();
		}
		return now.filter((some) -> some.method() == login.method()).isEmpty()
				&& this.renewals.holds(instance, account, login.method());
	}

	/**
	 * Whether a session has its login from its start to its end. Files can be replaced.
	 */
	private boolean isFixed(AgentId agent, LoginMethod method) {
		try {
			return this.catalog.find(agent)
				.flatMap((profile) -> profile.login(method))
				.map(LoginCopies::of)
				.filter(LoginCopies::isEmpty)
				.isPresent();
		}
		catch (AgentException _) {
			return false;
		}
	}

	private Optional<Login> stored(Account account) {
		try (Kept kept = this.credentials.find(account).orElse(null)) {
			return Optional.ofNullable(kept)
				.map(Kept::credential)
				.map((some) -> new Login(some.method(), some.facts().captured()));
		}
	}

	private record Login(LoginMethod method, @Nullable Instant captured) {

		boolean isAfter(Instant time) {
			return this.captured != null && this.captured.isAfter(time);
		}

	}

}

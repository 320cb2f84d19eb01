package com.headjack.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.Kept;
import com.headjack.injection.LoginCopies;
import com.headjack.instance.Instance;

/**
 * Finds sessions that run with a login that the user has replaced since, and that cannot
 * be given the new one.
 */
public final class FormerLogins {

	private final Sessions sessions;

	private final AgentCatalog catalog;

	private final CredentialRepository credentials;

	FormerLogins(Sessions sessions, AgentCatalog catalog, CredentialRepository credentials) {
		this.sessions = sessions;
		this.catalog = catalog;
		this.credentials = credentials;
	}

	/**
	 * Finds the sessions.
	 * @param instances the instances to search
	 * @return the sessions that started before the login of their account was captured;
	 * only their restart gives them the new one
	 */
	public List<SessionPlace> find(List<Instance> instances) {
		Map<Account, Optional<Instant>> captured = new HashMap<>();
		return instances.stream()
			.filter(Instance::running)
			.flatMap((instance) -> this.sessions.list(instance)
				.stream()
				.filter((session) -> session.running() && isFormer(session, captured))
				.map((session) -> new SessionPlace(instance, session)))
			.toList();
	}

	private boolean isFormer(Session session, Map<Account, Optional<Instant>> captured) {
		SessionLogin login = session.login();
		return login != null && AgentId.isValid(session.type()) && isFixed(new AgentId(session.type()), login.method())
				&& captured.computeIfAbsent(Account.of(new AgentId(session.type()), login.account()), this::captured)
					.filter(session.created()::isBefore)
					.isPresent();
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

	private Optional<Instant> captured(Account account) {
		try (Kept kept = this.credentials.find(account).orElse(null)) {
			return Optional.ofNullable(kept).map((some) -> some.credential().facts().captured());
		}
	}

}

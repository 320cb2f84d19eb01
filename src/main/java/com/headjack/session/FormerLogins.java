package com.headjack.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.headjack.agent.AgentId;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialRepository;
import com.headjack.instance.Instance;

/**
 * Finds sessions that run with a login that the user has replaced since.
 */
public final class FormerLogins {

	private final Sessions sessions;

	private final CredentialRepository credentials;

	FormerLogins(Sessions sessions, CredentialRepository credentials) {
		this.sessions = sessions;
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
		return login != null && AgentId.isValid(session.type())
				&& captured.computeIfAbsent(Account.of(new AgentId(session.type()), login.account()), this::captured)
					.filter(session.created()::isBefore)
					.isPresent();
	}

	private Optional<Instant> captured(Account account) {
		try (Credential credential = this.credentials.find(account).orElse(null)) {
			return Optional.ofNullable(credential).map((some) -> some.facts().captured());
		}
	}

}

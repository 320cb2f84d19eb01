package com.headjack.credential;

import java.util.List;
import java.util.Optional;

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
	 * Finds an agent's credential.
	 * @param agent the agent
	 * @return the credential, to be closed by the caller, or empty if there is none
	 */
	public Optional<Credential> find(AgentId agent) {
		SecretName name = name(agent);
		return store().find(name).map((stored) -> decode(name, stored));
	}

	/**
	 * Gets an agent's credential.
	 * @param agent the agent
	 * @return the credential, to be closed by the caller
	 * @throws CredentialException if there is none
	 */
	public Credential get(AgentId agent) {
		return find(agent).orElseThrow(() -> new CredentialException(FailureKind.NOT_FOUND,
				"no credential for " + agent + " is stored", "run 'hjk auth " + agent + "' to log in"));
	}

	/**
	 * Keeps an agent's credential, in place of an earlier one.
	 * @param agent the agent
	 * @param credential the credential; stays the caller's
	 * @return where it is now
	 */
	public SecretStore put(AgentId agent, Credential credential) {
		SecretStore store = store();
		try (Secret encoded = this.codec.encode(credential)) {
			store.put(name(agent), encoded);
		}
		return store;
	}

	/**
	 * Removes an agent's credential.
	 * @param agent the agent
	 * @return whether there was one
	 */
	public boolean remove(AgentId agent) {
		return store().remove(name(agent));
	}

	/**
	 * Finds out what is stored.
	 * @param agents the agents to tell of
	 * @return a line for each, in their order
	 */
	public List<CredentialStatus> status(List<AgentId> agents) {
		return agents.stream().map(this::status).toList();
	}

	private CredentialStatus status(AgentId agent) {
		try (Credential credential = find(agent).orElse(null)) {
			return CredentialStatus.of(agent, store().name(), credential);
		}
	}

	private Credential decode(SecretName name, Secret stored) {
		try (stored) {
			return this.codec.decode(name, stored);
		}
	}

	private SecretStore store() {
		return this.selector.select().store();
	}

	private static SecretName name(AgentId agent) {
		return SecretName.of(agent.value());
	}

}

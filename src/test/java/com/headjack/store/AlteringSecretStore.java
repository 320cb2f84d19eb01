package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Keeps something else than what it is given.
 */
public final class AlteringSecretStore implements SecretStore {

	private final SecretStore store;

	/**
	 * Creates a store.
	 * @param store what the calls reach
	 */
	public AlteringSecretStore(SecretStore store) {
		this.store = store;
	}

	@Override
	public String name() {
		return this.store.name();
	}

	@Override
	public String place() {
		return this.store.place();
	}

	@Override
	public Persistence persistence() {
		return this.store.persistence();
	}

	@Override
	public Probe probe() {
		return this.store.probe();
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return this.store.find(name);
	}

	@Override
	public void put(SecretName name, Secret value) {
		try (Secret other = Secret.of("FAKE-altered")) {
			this.store.put(name, other);
		}
	}

	@Override
	public boolean remove(SecretName name) {
		return this.store.remove(name);
	}

	@Override
	public List<SecretName> list() {
		return this.store.list();
	}

}

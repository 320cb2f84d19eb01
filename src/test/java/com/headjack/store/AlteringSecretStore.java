package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Keeps something else than what it is given.
 */
public final class AlteringSecretStore implements RevisedStore {

	private final RevisedStore store;

	/**
	 * Creates a store.
	 * @param store what the calls reach
	 */
	public AlteringSecretStore(RevisedStore store) {
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
	public Optional<Stored> find(SecretName name) {
		return this.store.find(name);
	}

	@Override
	public Revision put(SecretName name, Secret value, Expected expected) {
		try (Secret other = Secret.of("FAKE-altered")) {
			return this.store.put(name, other, expected);
		}
	}

	@Override
	public boolean remove(SecretName name, Expected expected) {
		return this.store.remove(name, expected);
	}

	@Override
	public List<SecretName> list() {
		return this.store.list();
	}

}

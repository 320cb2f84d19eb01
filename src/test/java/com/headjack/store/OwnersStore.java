package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * A store in which there is nothing but the secrets of one owner.
 */
final class OwnersStore implements RevisedStore {

	private final RevisedStore store;

	private final String owner;

	OwnersStore(RevisedStore store, String owner) {
		this.store = store;
		this.owner = owner;
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
		return this.store.put(name, value, expected);
	}

	@Override
	public boolean remove(SecretName name, Expected expected) {
		return this.store.remove(name, expected);
	}

	@Override
	public List<SecretName> list() {
		return this.store.list().stream().filter((name) -> name.owner().equals(this.owner)).toList();
	}

}

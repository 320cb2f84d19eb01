package com.headjack.store;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.secret.Secret;

/**
 * Gives revisions to a store whose system has none: the digest of a secret's bytes, which
 * is compared under a lock that all processes of the user take.
 */
final class LockedStore implements RevisedStore {

	private final SecretStore store;

	private final SecretLocks locks;

	/**
	 * Creates the view of a store.
	 * @param store the store, which nobody should change but through such a view
	 * @param locks the locks
	 */
	LockedStore(SecretStore store, SecretLocks locks) {
		this.store = store;
		this.locks = locks;
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
	public boolean onlyIfNamed() {
		return this.store.onlyIfNamed();
	}

	@Override
	public Probe probe() {
		return this.store.probe();
	}

	@Override
	public List<SecretName> list() {
		return this.store.list();
	}

	@Override
	public Optional<Stored> find(SecretName name) {
		return this.store.find(name).map(Stored::of);
	}

	@Override
	public Revision put(SecretName name, Secret value, Expected expected) {
		this.store.unlock();
		return this.locks.locked(name, () -> {
			require(name, expected);
			this.store.put(name, value);
			return Revision.of(value);
		});
	}

	@Override
	public boolean remove(SecretName name, Expected expected) {
		return this.locks.locked(name, () -> {
			require(name, expected);
			return this.store.remove(name);
		});
	}

	/**
	 * A damaged secret can be replaced and removed by those who expect anything.
	 */
	private void require(SecretName name, Expected expected) {
		if (!(expected instanceof Expected.Anything) && !expected.isMetBy(revision(name))) {
			throw StoreConflictException.of(name, this);
		}
	}

	private @Nullable Revision revision(SecretName name) {
		try (Stored found = find(name).orElse(null)) {
			return (found != null) ? found.revision() : null;
		}
	}

}

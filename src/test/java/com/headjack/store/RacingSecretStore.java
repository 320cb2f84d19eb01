package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * A store in which somebody else is faster: does something right before a write.
 */
public final class RacingSecretStore implements RevisedStore {

	private final RevisedStore store;

	private final Runnable faster;

	private int times;

	/**
	 * Creates a store.
	 * @param store what the calls reach
	 * @param faster what somebody else does
	 * @param times before how many of the first writes
	 */
	public RacingSecretStore(RevisedStore store, Runnable faster, int times) {
		this.store = store;
		this.faster = faster;
		this.times = times;
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
		race();
		return this.store.put(name, value, expected);
	}

	@Override
	public boolean remove(SecretName name, Expected expected) {
		race();
		return this.store.remove(name, expected);
	}

	@Override
	public List<SecretName> list() {
		return this.store.list();
	}

	private void race() {
		if (this.times-- > 0) {
			this.faster.run();
		}
	}

}

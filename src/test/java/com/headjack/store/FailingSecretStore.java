package com.headjack.store;

import java.util.List;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Fails at one of the calls that reach another store, before or after it has its effect.
 */
public final class FailingSecretStore implements RevisedStore {

	private final RevisedStore store;

	private final int failing;

	private final boolean done;

	private int calls;

	/**
	 * Creates a store.
	 * @param store what the calls reach
	 * @param failing the number of the call that fails, from 1
	 * @param done whether it fails although it had its effect
	 */
	public FailingSecretStore(RevisedStore store, int failing, boolean done) {
		this.store = store;
		this.failing = failing;
		this.done = done;
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
		begin();
		return end(this.store.find(name));
	}

	@Override
	public Revision put(SecretName name, Secret value, Expected expected) {
		begin();
		return end(this.store.put(name, value, expected));
	}

	@Override
	public boolean remove(SecretName name, Expected expected) {
		begin();
		return end(this.store.remove(name, expected));
	}

	@Override
	public List<SecretName> list() {
		begin();
		return end(this.store.list());
	}

	private void begin() {
		this.calls++;
		if (!this.done && this.calls == this.failing) {
			throw new StoreTimeoutException("call " + this.calls + " failed", null);
		}
	}

	private <T> T end(T result) {
		if (this.done && this.calls == this.failing) {
			throw new StoreTimeoutException("call " + this.calls + " failed when it was done", null);
		}
		return result;
	}

}

package com.headjack.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.util.Assert;

import com.headjack.secret.Secret;

/**
 * Keeps secrets in a map, for tests.
 */
public final class InMemorySecretStore implements RevisedStore {

	private final Map<SecretName, byte[]> secrets = new ConcurrentHashMap<>();

	private final String name;

	private final Probe probe;

	private final boolean onlyIfNamed;

	public InMemorySecretStore() {
		this("memory", new Probe.Ready());
	}

	public InMemorySecretStore(String name, Probe probe) {
		this(name, probe, false);
	}

	InMemorySecretStore(String name, Probe probe, boolean onlyIfNamed) {
		this.name = name;
		this.probe = probe;
		this.onlyIfNamed = onlyIfNamed;
	}

	@Override
	public boolean onlyIfNamed() {
		return this.onlyIfNamed;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String place() {
		return "the memory of a test";
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_REBOOT;
	}

	@Override
	public Probe probe() {
		return this.probe;
	}

	@Override
	public Optional<Stored> find(SecretName name) {
		return Optional.ofNullable(this.secrets.get(name)).map(Secret::of).map(Stored::of);
	}

	@Override
	public synchronized Revision put(SecretName name, Secret value, Expected expected) {
		Assert.isTrue(value.size() > 0, "A secret is not empty");
		require(name, expected);
		this.secrets.put(name, value.use(byte[]::clone));
		return Revision.of(value);
	}

	@Override
	public synchronized boolean remove(SecretName name, Expected expected) {
		require(name, expected);
		return this.secrets.remove(name) != null;
	}

	private void require(SecretName name, Expected expected) {
		if (!expected.isMetBy(find(name).map(Stored::revision).orElse(null))) {
			throw StoreConflictException.of(name, this);
		}
	}

	@Override
	public List<SecretName> list() {
		return List.copyOf(this.secrets.keySet());
	}

}

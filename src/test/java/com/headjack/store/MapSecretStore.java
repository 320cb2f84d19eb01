package com.headjack.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.util.Assert;

import com.headjack.secret.Secret;

/**
 * Keeps secrets in a map, and knows no revisions.
 */
class MapSecretStore implements SecretStore {

	private final Map<SecretName, byte[]> secrets = new ConcurrentHashMap<>();

	@Override
	public String name() {
		return "map";
	}

	@Override
	public String place() {
		return "a map of a test";
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_REBOOT;
	}

	@Override
	public Probe probe() {
		return new Probe.Ready();
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return Optional.ofNullable(this.secrets.get(name)).map(Secret::of);
	}

	@Override
	public void put(SecretName name, Secret value) {
		Assert.isTrue(value.size() > 0, "A secret is not empty");
		this.secrets.put(name, value.use(byte[]::clone));
	}

	@Override
	public boolean remove(SecretName name) {
		return this.secrets.remove(name) != null;
	}

	@Override
	public List<SecretName> list() {
		return List.copyOf(this.secrets.keySet());
	}

}

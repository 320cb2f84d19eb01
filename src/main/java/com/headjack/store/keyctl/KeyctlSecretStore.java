package com.headjack.store.keyctl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import com.headjack.foreign.NativeCallException;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.system.SystemCalls;

/**
 * Keeps secrets as keys of the user's keyring in the kernel.
 */
final class KeyctlSecretStore implements SecretStore {

	static final int LIMIT = 32_767;

	private static final String PLACE = "the kernel keyring";

	private static final String TYPE = "user";

	private static final String PREFIX = SecretName.SERVICE + ":";

	private static final String PROBE_PREFIX = SecretName.SERVICE + ".probe:";

	private static final int PROBE_SECONDS = 10;

	// Each thread has its own thread keyring, which counts in the quota: all calls use
	// one.
	private final SystemCalls<KeyctlBindings> calls;

	private final OperatingSystem operatingSystem;

	KeyctlSecretStore(Supplier<KeyctlBindings> bindings, OperatingSystem operatingSystem, KeyctlFailures failures,
			Deadline deadline) {
		this.calls = new SystemCalls<>(PLACE, deadline, () -> possessing(bindings.get()), failures::translate);
		this.operatingSystem = operatingSystem;
	}

	@Override
	public String name() {
		return "keyctl";
	}

	@Override
	public String place() {
		return PLACE;
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_REBOOT;
	}

	@Override
	public Probe probe() {
		if (this.operatingSystem != OperatingSystem.LINUX) {
			return new Probe.Elsewhere("Linux");
		}
		return this.calls.probe(this::tryOut);
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return this.calls.call((keys) -> serial(keys, name).flatMap((key) -> read(keys, key)));
	}

	@Override
	public void put(SecretName name, Secret value) {
		SecretTooLargeException.check(value, PLACE, LIMIT);
		this.calls.call((keys) -> value
			.use((bytes) -> keys.addKey(TYPE, PREFIX + name.text(), bytes, KeyctlBindings.USER_KEYRING)));
	}

	@Override
	public boolean remove(SecretName name) {
		return this.calls.call((keys) -> serial(keys, name).map((key) -> unlink(keys, key)).orElse(false));
	}

	@Override
	public List<SecretName> list() {
		return this.calls.call((keys) -> {
			List<SecretName> names = new ArrayList<>();
			ByteBuffer serials = ByteBuffer.wrap(keys.read(KeyctlBindings.USER_KEYRING)).order(ByteOrder.nativeOrder());
			while (serials.remaining() >= Integer.BYTES) {
				name(keys, serials.getInt()).ifPresent(names::add);
			}
			return names;
		});
	}

	// A thread can find the keys of a keyring that it does not possess, but not read
	// them.
	private static KeyctlBindings possessing(KeyctlBindings keys) {
		try {
			keys.link(KeyctlBindings.USER_KEYRING, KeyctlBindings.THREAD_KEYRING);
		}
		catch (NativeCallException ex) {
			if (!KeyctlFailures.quotaExceeded(ex)) {
				throw ex;
			}
			// The link counts in the quota, and an exhausted quota must not make secrets
			// unreadable: this keyring has a link already.
			keys.joinSession(description(keys, KeyctlBindings.USER_SESSION_KEYRING)[4]);
		}
		return keys;
	}

	private static String[] description(KeyctlBindings keys, int key) {
		return keys.describe(key).split(";", 5);
	}

	private Probe tryOut(KeyctlBindings keys) {
		byte[] sample = "probe".getBytes(StandardCharsets.US_ASCII);
		try {
			int key = keys.addKey(TYPE, PROBE_PREFIX + UUID.randomUUID(), sample, KeyctlBindings.USER_KEYRING);
			try {
				keys.expireAfter(key, PROBE_SECONDS);
				keys.read(key);
			}
			finally {
				keys.unlink(key, KeyctlBindings.USER_KEYRING);
			}
		}
		catch (NativeCallException ex) {
			// A full keyring can still be read, and put reports that it is full.
			if (!KeyctlFailures.quotaExceeded(ex)) {
				throw ex;
			}
		}
		return new Probe.Ready();
	}

	private static Optional<Integer> serial(KeyctlBindings keys, SecretName name) {
		return KeyctlFailures.ABSENT.find(() -> keys.search(KeyctlBindings.USER_KEYRING, TYPE, PREFIX + name.text()));
	}

	private static Optional<Secret> read(KeyctlBindings keys, int key) {
		return KeyctlFailures.ABSENT.find(() -> keys.read(key)).map(Secret::wiping);
	}

	private static boolean unlink(KeyctlBindings keys, int key) {
		return KeyctlFailures.ABSENT.change(() -> keys.unlink(key, KeyctlBindings.USER_KEYRING));
	}

	private static Optional<SecretName> name(KeyctlBindings keys, int key) {
		try {
			String[] description = description(keys, key);
			return (description[0].equals(TYPE) && description[4].startsWith(PREFIX))
					? SecretName.parse(description[4].substring(PREFIX.length())) : Optional.empty();
		}
		catch (NativeCallException ex) {
			if (KeyctlFailures.ABSENT.include(ex) || KeyctlFailures.denied(ex)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

}

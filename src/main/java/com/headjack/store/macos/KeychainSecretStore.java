package com.headjack.store.macos;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.util.Assert;

import com.headjack.foreign.NativeCallException;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreException;

/**
 * Keeps secrets as generic passwords in the user's default keychain of macOS.
 */
final class KeychainSecretStore implements SecretStore {

	static final int LIMIT = 256 * 1024;

	private static final String PLACE = "the macOS keychain";

	private static final String SERVICE = SecretName.SERVICE;

	private final Supplier<KeychainBindings> bindings;

	private final OperatingSystem operatingSystem;

	private final boolean desktop;

	private final Deadline deadline;

	private final Executor thread = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keychain").factory());

	/**
	 * Creates the store.
	 * @param bindings the calls, linked at the first of them
	 * @param operatingSystem the operating system
	 * @param desktop whether macOS can ask somebody for the keychain's password
	 * @param deadline the time of a call
	 */
	KeychainSecretStore(Supplier<KeychainBindings> bindings, OperatingSystem operatingSystem, boolean desktop,
			Deadline deadline) {
		this.bindings = bindings;
		this.operatingSystem = operatingSystem;
		this.desktop = desktop;
		this.deadline = deadline;
	}

	@Override
	public String name() {
		return "keychain";
	}

	@Override
	public String place() {
		return PLACE;
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_DELETED;
	}

	@Override
	public Probe probe() {
		if (this.operatingSystem != OperatingSystem.MACOS) {
			return new Probe.Elsewhere("macOS");
		}
		try {
			return call(Deadline.PROBE, this::usable);
		}
		catch (StoreException ex) {
			return Probe.Unavailable.of(ex);
		}
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return call(this.deadline,
				(keychain) -> KeychainFailures.present(() -> keychain.read(SERVICE, name.text())).map(Secret::wiping));
	}

	@Override
	public void put(SecretName name, Secret value) {
		Assert.isTrue(value.size() > 0, "A secret is not empty");
		if (value.size() > LIMIT) {
			throw new SecretTooLargeException(PLACE, value.size(), LIMIT);
		}
		call(this.deadline, (keychain) -> value.use((bytes) -> {
			if (!update(keychain, name, bytes)) {
				add(keychain, name, bytes);
			}
			return true;
		}));
	}

	@Override
	public boolean remove(SecretName name) {
		return call(this.deadline, (keychain) -> KeychainFailures.present(() -> {
			keychain.delete(SERVICE, name.text());
			return true;
		}).orElse(false));
	}

	@Override
	public List<SecretName> list() {
		return call(this.deadline,
				(keychain) -> KeychainFailures.present(() -> keychain.accounts(SERVICE))
					.orElse(List.of())
					.stream()
					.map(SecretName::parse)
					.flatMap(Optional::stream)
					.toList());
	}

	private static boolean update(KeychainBindings keychain, SecretName name, byte[] bytes) {
		return KeychainFailures.present(() -> {
			keychain.update(SERVICE, name.text(), bytes);
			return true;
		}).orElse(false);
	}

	private static void add(KeychainBindings keychain, SecretName name, byte[] bytes) {
		try {
			keychain.add(SERVICE, name.text(), "Headjack - " + name.text(), bytes);
		}
		catch (NativeCallException ex) {
			// Another process has added it since.
			if (ex.errno() != KeychainFailures.DUPLICATE || !update(keychain, name, bytes)) {
				throw ex;
			}
		}
	}

	private <T> T call(Deadline deadline, Function<KeychainBindings, T> operation) {
		return deadline.call(PLACE, this.thread, () -> {
			try {
				return operation.apply(this.bindings.get());
			}
			catch (NativeCallException ex) {
				throw KeychainFailures.translate(ex);
			}
		});
	}

	private Probe usable(KeychainBindings keychain) {
		boolean unlocked = keychain.unlocked();
		return (unlocked || this.desktop) ? new Probe.Ready() : Probe.Unavailable.of(KeychainFailures.locked(null));
	}

}

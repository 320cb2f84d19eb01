package com.headjack.store.macos;

import java.util.List;
import java.util.Optional;
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
 * Stores secrets as generic passwords in the user's default keychain of macOS.
 */
final class KeychainSecretStore implements SecretStore {

	static final int LIMIT = 256 * 1024;

	private static final String PLACE = "the macOS keychain";

	private static final String SERVICE = SecretName.SERVICE;

	private final SystemCalls<KeychainBindings> calls;

	private final OperatingSystem operatingSystem;

	private final boolean desktop;

	/**
	 * Creates the store.
	 * @param bindings links the functions; called at the first call of the store
	 * @param operatingSystem the operating system
	 * @param desktop whether macOS can ask the user for the keychain's password
	 * @param deadline the deadline of a call
	 */
	KeychainSecretStore(Supplier<KeychainBindings> bindings, OperatingSystem operatingSystem, boolean desktop,
			Deadline deadline) {
		this.calls = new SystemCalls<>(PLACE, deadline, bindings, KeychainFailures::translate);
		this.operatingSystem = operatingSystem;
		this.desktop = desktop;
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
		return this.calls.probe(this::usable);
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return this.calls.call((keychain) -> KeychainFailures.ABSENT.find(() -> keychain.read(SERVICE, name.text()))
			.map(Secret::wiping));
	}

	@Override
	public void put(SecretName name, Secret value) {
		SecretTooLargeException.check(value, PLACE, LIMIT);
		this.calls.call((keychain) -> value.use((bytes) -> {
			if (!update(keychain, name, bytes)) {
				add(keychain, name, bytes);
			}
			return true;
		}));
	}

	@Override
	public boolean remove(SecretName name) {
		return this.calls
			.call((keychain) -> KeychainFailures.ABSENT.change(() -> keychain.delete(SERVICE, name.text())));
	}

	@Override
	public List<SecretName> list() {
		return this.calls.call((keychain) -> KeychainFailures.ABSENT.find(() -> keychain.accounts(SERVICE))
			.orElse(List.of())
			.stream()
			.map(SecretName::parse)
			.flatMap(Optional::stream)
			.toList());
	}

	private static boolean update(KeychainBindings keychain, SecretName name, byte[] bytes) {
		return KeychainFailures.ABSENT.change(() -> keychain.update(SERVICE, name.text(), bytes));
	}

	private static void add(KeychainBindings keychain, SecretName name, byte[] bytes) {
		try {
			keychain.add(SERVICE, name.text(), "Headjack - " + name.text(), bytes);
		}
		catch (NativeCallException ex) {
			// Another process has added the item since.
			if (ex.errno() != KeychainFailures.DUPLICATE || !update(keychain, name, bytes)) {
				throw ex;
			}
		}
	}

	private Probe usable(KeychainBindings keychain) {
		boolean unlocked = keychain.unlocked();
		return (unlocked || this.desktop) ? new Probe.Ready() : Probe.Unavailable.of(KeychainFailures.locked(null));
	}

}

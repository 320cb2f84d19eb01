package com.headjack.store.windows;

import java.time.Clock;
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
import com.headjack.store.windows.CredentialBindings.Entry;

/**
 * Keeps secrets as generic credentials of the Windows Credential Manager.
 */
final class WincredSecretStore implements SecretStore {

	static final int LIMIT = 256 * 1024;

	private static final String PLACE = "the Windows Credential Manager";

	private final SystemCalls<CredentialBindings> calls;

	private final OperatingSystem operatingSystem;

	private final Clock clock;

	WincredSecretStore(Supplier<CredentialBindings> bindings, OperatingSystem operatingSystem, Clock clock,
			Deadline deadline) {
		this.calls = new SystemCalls<>(PLACE, deadline, bindings, WindowsFailures::translate);
		this.operatingSystem = operatingSystem;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "wincred";
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
		if (this.operatingSystem != OperatingSystem.WINDOWS) {
			return new Probe.Elsewhere("Windows");
		}
		return this.calls.probe(WincredSecretStore::persistent);
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return this.calls.call((credentials) -> chunked(credentials).read(name).map(Secret::wiping));
	}

	@Override
	public void put(SecretName name, Secret value) {
		SecretTooLargeException.check(value, PLACE, LIMIT);
		this.calls.call((credentials) -> value.use((bytes) -> {
			chunked(credentials).write(name, bytes);
			return true;
		}));
	}

	@Override
	public boolean remove(SecretName name) {
		return this.calls.call((credentials) -> chunked(credentials).remove(name));
	}

	@Override
	public List<SecretName> list() {
		return this.calls
			.call((credentials) -> WindowsFailures.ABSENT.find(() -> credentials.enumerate(TargetName.PREFIX))
				.orElse(List.of())
				.stream()
				.map(Entry::target)
				.map(TargetName::parse)
				.flatMap(Optional::stream)
				.toList());
	}

	private ChunkedCredentials chunked(CredentialBindings credentials) {
		return new ChunkedCredentials(credentials, this.clock);
	}

	private static Probe persistent(CredentialBindings credentials) {
		return (credentials.longestPersistence() >= Advapi32CredentialBindings.LOCAL_MACHINE) ? new Probe.Ready()
				: new Probe.Unavailable("this logon session keeps no credentials beyond its end",
						WindowsFailures.ANOTHER_STORE);
	}

}

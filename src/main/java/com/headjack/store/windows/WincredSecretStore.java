package com.headjack.store.windows;

import java.time.Clock;
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
import com.headjack.store.windows.CredentialBindings.Entry;

/**
 * Keeps secrets as generic credentials of the Windows Credential Manager.
 */
final class WincredSecretStore implements SecretStore {

	static final int LIMIT = 256 * 1024;

	private static final String PLACE = "the Windows Credential Manager";

	private final Supplier<CredentialBindings> bindings;

	private final OperatingSystem operatingSystem;

	private final Clock clock;

	private final Deadline deadline;

	private final Executor thread = Executors
		.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("wincred").factory());

	WincredSecretStore(Supplier<CredentialBindings> bindings, OperatingSystem operatingSystem, Clock clock,
			Deadline deadline) {
		this.bindings = bindings;
		this.operatingSystem = operatingSystem;
		this.clock = clock;
		this.deadline = deadline;
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
		try {
			return call(Deadline.PROBE, WincredSecretStore::persistent);
		}
		catch (StoreException ex) {
			return Probe.Unavailable.of(ex);
		}
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return call(this.deadline, (credentials) -> chunked(credentials).read(name).map(Secret::wiping));
	}

	@Override
	public void put(SecretName name, Secret value) {
		Assert.isTrue(value.size() > 0, "A secret is not empty");
		if (value.size() > LIMIT) {
			throw new SecretTooLargeException(PLACE, value.size(), LIMIT);
		}
		call(this.deadline, (credentials) -> value.use((bytes) -> {
			chunked(credentials).write(name, bytes);
			return true;
		}));
	}

	@Override
	public boolean remove(SecretName name) {
		return call(this.deadline, (credentials) -> chunked(credentials).remove(name));
	}

	@Override
	public List<SecretName> list() {
		return call(this.deadline,
				(credentials) -> WindowsFailures.present(() -> credentials.enumerate(TargetName.PREFIX))
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

	private <T> T call(Deadline deadline, Function<CredentialBindings, T> operation) {
		return deadline.call(PLACE, this.thread, () -> {
			try {
				return operation.apply(this.bindings.get());
			}
			catch (NativeCallException ex) {
				throw WindowsFailures.translate(ex);
			}
		});
	}

	private static Probe persistent(CredentialBindings credentials) {
		return (credentials.longestPersistence() >= Advapi32CredentialBindings.LOCAL_MACHINE) ? new Probe.Ready()
				: new Probe.Unavailable("this logon session keeps no credentials beyond its end",
						WindowsFailures.ANOTHER_STORE);
	}

}

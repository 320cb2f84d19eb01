package com.headjack.store.vault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.Expected;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.RevisedStore;
import com.headjack.store.Revision;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.Stored;

/**
 * Keeps secrets in a Vault server, whose versions are the revisions.
 */
final class VaultSecretStore implements RevisedStore {

	static final int LIMIT = 256 * 1024;

	static final int TRIES = 50;

	private static final int LONGEST_PAUSE = 30;

	private final VaultSettings settings;

	private final Supplier<KeyValueEngine> engines;

	private final Deadline deadline;

	private final Executor threads = (task) -> Thread.ofPlatform().daemon().name("vault").start(task);

	private volatile @Nullable KeyValueEngine open;

	/**
	 * Creates the store.
	 * @param engines opens the engine, without calling the server
	 */
	VaultSecretStore(VaultSettings settings, Supplier<KeyValueEngine> engines, Deadline deadline) {
		this.settings = settings;
		this.engines = engines;
		this.deadline = deadline;
	}

	@Override
	public String name() {
		return "vault";
	}

	@Override
	public String place() {
		return "Vault (%s/%s)".formatted(this.settings.mount(), this.settings.path());
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_DELETED;
	}

	@Override
	public boolean onlyIfNamed() {
		return true;
	}

	@Override
	public Probe probe() {
		try {
			return call(Deadline.PROBE, (engine) -> {
				engine.check();
				return new Probe.Ready();
			});
		}
		catch (StoreException ex) {
			return Probe.Unavailable.of(ex);
		}
	}

	@Override
	public Optional<Stored> find(SecretName name) {
		return stored(name, call(this.deadline, (engine) -> engine.read(KeyName.of(name))));
	}

	private Optional<Stored> stored(SecretName name, KeyValueEngine.Entry entry) {
		StoredValue value = entry.value();
		Revision revision = entry.revision();
		return (value == null || revision == null) ? Optional.empty()
				: Optional.of(new Stored(value.secret().orElseThrow(() -> corrupt(name)), revision));
	}

	@Override
	public Revision put(SecretName name, Secret value, Expected expected) {
		SecretTooLargeException.check(value, place(), LIMIT);
		StoredValue stored = StoredValue.of(value);
		KeyValueEngine.Entry written = call(this.deadline, (engine) -> (expected instanceof Expected.Anything)
				? replace(engine, name, stored) : write(engine, name, stored, expected));
		return Objects.requireNonNull(written.revision());
	}

	/**
	 * The server itself compares the version that was read here.
	 */
	private KeyValueEngine.Entry write(KeyValueEngine engine, SecretName name, StoredValue value, Expected expected) {
		String key = KeyName.of(name);
		return engine.write(key, expected(engine, name, expected).version(), value);
	}

	private KeyValueEngine.Entry expected(KeyValueEngine engine, SecretName name, Expected expected) {
		KeyValueEngine.Entry entry = engine.read(KeyName.of(name));
		if (!expected.isMetBy(entry.revision())) {
			throw StoreConflictException.of(name, this);
		}
		return entry;
	}

	/**
	 * The server has no conditional removal: a change after the comparison is lost.
	 */
	@Override
	public boolean remove(SecretName name, Expected expected) {
		return call(this.deadline, (engine) -> {
			KeyValueEngine.Entry entry = expected(engine, name, expected);
			if (entry.version() > 0) {
				engine.delete(KeyName.of(name));
			}
			return entry.value() != null;
		});
	}

	@Override
	public List<SecretName> list() {
		return call(this.deadline,
				(engine) -> engine.keys().stream().flatMap((key) -> KeyName.parse(key).stream()).toList());
	}

	/**
	 * The last writer wins, as often as others are faster.
	 */
	private KeyValueEngine.Entry replace(KeyValueEngine engine, SecretName name, StoredValue value) {
		for (int left = TRIES - 1;; left--) {
			try {
				return write(engine, name, value, Expected.anything());
			}
			catch (StoreConflictException ex) {
				if (left == 0 || !pause()) {
					throw ex;
				}
			}
		}
	}

	private static boolean pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE));
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	// An engine that is already open may have an expired login or an old token: retry.
	private <T> T call(Deadline deadline, Function<KeyValueEngine, T> operation) {
		if (this.open == null) {
			return once(deadline, operation);
		}
		try {
			return once(deadline, operation);
		}
		catch (StoreDeniedException ex) {
			return once(deadline, operation);
		}
	}

	private <T> T once(Deadline deadline, Function<KeyValueEngine, T> operation) {
		KeyValueEngine engine = engine();
		try {
			return deadline.call("Vault", this.threads, () -> operation.apply(engine));
		}
		catch (StoreDeniedException ex) {
			this.open = null;
			throw ex;
		}
	}

	private synchronized KeyValueEngine engine() {
		KeyValueEngine engine = this.open;
		if (engine == null) {
			engine = this.engines.get();
			this.open = engine;
		}
		return engine;
	}

	private SecretCorruptException corrupt(SecretName name) {
		return new SecretCorruptException("%s/%s in Vault holds no secret of hjk's".formatted(place(), name),
				"run 'hjk auth %s' to store it again".formatted(name.words()));
	}

}

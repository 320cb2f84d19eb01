package com.headjack.store.libsecret;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
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
 * Keeps secrets in the desktop's keyring program.
 */
final class SecretServiceStore implements SecretStore {

	static final int LIMIT = 256 * 1024;

	private final HostEnvironment host;

	private final Waits waits;

	private @Nullable SecretService open;

	SecretServiceStore(HostEnvironment host, Waits waits) {
		this.host = host;
		this.waits = waits;
	}

	@Override
	public String name() {
		return "secret-service";
	}

	@Override
	public String place() {
		return ServiceFailures.PLACE;
	}

	@Override
	public Persistence persistence() {
		return Persistence.UNTIL_DELETED;
	}

	@Override
	public Probe probe() {
		if (this.host.operatingSystem() != OperatingSystem.LINUX) {
			return new Probe.Elsewhere("Linux");
		}
		try {
			return onBus(this.waits.probe(), this::probe);
		}
		catch (StoreException ex) {
			return Probe.Unavailable.of(ex);
		}
	}

	private Probe probe(SecretService service) {
		String collection = service.defaultCollection().orElseThrow(ServiceFailures::noDefaultCollection);
		if (service.locked(collection)) {
			boolean prompts = service.unlock(collection).isPresent() && !service.openInKWallet(collection);
			// The prompt appears only when it is called, so disconnecting is enough to
			// drop it.
			disconnect();
			if (prompts && !(this.waits.somebodyThere() && this.host.attended())) {
				throw ServiceFailures.locked("there is nobody to answer its prompt");
			}
		}
		return new Probe.Ready();
	}

	@Override
	public void unlock() {
		call(Keyrings::ours);
	}

	@Override
	public Optional<Secret> find(SecretName name) {
		return call((keyrings) -> keyrings.ours()
			.find(name)
			.or(() -> keyrings.namesakes().flatMap((keyring) -> keyring.find(name))));
	}

	@Override
	public void put(SecretName name, Secret value) {
		SecretTooLargeException.check(value, place(), LIMIT);
		call((keyrings) -> {
			keyrings.ours().put(name, value);
			return true;
		});
	}

	@Override
	public boolean remove(SecretName name) {
		return call((keyrings) -> {
			// The namesake's first: its collection may be locked, and if only ours were
			// removed, the user would still be logged in.
			boolean removed = keyrings.namesakes().map((keyring) -> keyring.remove(name)).orElse(false);
			return keyrings.ours().remove(name) || removed;
		});
	}

	@Override
	public List<SecretName> list() {
		return call((keyrings) -> Stream
			.concat(keyrings.ours().names(), keyrings.namesakes().stream().flatMap(NamesakeKeyring::names))
			.distinct()
			.toList());
	}

	private <T> T call(Function<Keyrings, T> operation) {
		return onBus(this.waits.call(),
				(service) -> operation.apply(new Keyrings(service, new Prompts(service.bus(), this.waits.prompt()))));
	}

	private synchronized <T> T onBus(Deadline deadline, Function<SecretService, T> operation) {
		boolean known = this.open != null;
		try {
			return attempt(deadline, operation);
		}
		catch (BusErrorException ex) {
			// If the keyring program was restarted, it does not know our session: retry.
			if (known) {
				return onBus(deadline, operation);
			}
			throw ServiceFailures.translate(ex);
		}
		catch (BusGoneException ex) {
			throw ServiceFailures.unreachable(ex);
		}
	}

	private <T> T attempt(Deadline deadline, Function<SecretService, T> operation) {
		boolean done = false;
		try {
			T result = operation.apply(service(deadline));
			done = true;
			return result;
		}
		finally {
			if (!done) {
				disconnect();
			}
		}
	}

	/**
	 * Reuses the connection of the last call if its time is not up, or else makes a new
	 * one.
	 */
	private SecretService service(Deadline deadline) {
		SecretService service = this.open;
		if (service == null || !service.bus().renew(deadline)) {
			disconnect();
			List<String> addresses = SessionBus.addresses(this.host);
			if (addresses.isEmpty()) {
				throw ServiceFailures.noBus();
			}
			service = new SecretService(Bus.open(addresses, deadline));
			this.open = service;
		}
		return service;
	}

	private void disconnect() {
		if (this.open != null) {
			this.open.bus().close();
			this.open = null;
		}
	}

}

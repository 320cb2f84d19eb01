package com.headjack.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.secret.Secret;
import com.headjack.store.Deadline;

/**
 * Reads all that is secret in the stored logins, to look for it. The user is never asked.
 */
public final class StoredSecrets {

	private final CredentialRepository repository;

	private final HostEnvironment host;

	private final Deadline deadline;

	private final SecretParts parts = new SecretParts();

	StoredSecrets(CredentialRepository repository, HostEnvironment host, Deadline deadline) {
		this.repository = repository;
		this.host = host;
		this.deadline = deadline;
	}

	/**
	 * Reads the secrets of all accounts, within five seconds.
	 * @return what was found
	 */
	public Found find() {
		try {
			return this.deadline.call("the secret store", (read) -> Thread.ofPlatform().daemon().start(read),
					() -> this.host.unattended(this::read));
		}
		catch (HeadjackException ex) {
			return new Found(List.of(), ex.getMessage());
		}
	}

	private Found read() {
		List<StoredSecret> secrets = new ArrayList<>();
		String obstacle = null;
		for (Account account : this.repository.accounts()) {
			try (Credential credential = this.repository.find(account).orElse(null)) {
				if (credential != null) {
					parts(account, credential.value()).forEach(secrets::add);
				}
			}
			catch (HeadjackException ex) {
				obstacle = ex.getMessage();
			}
		}
		boolean lost = secrets.isEmpty() && obstacle == null && this.repository.hadAccounts();
		return new Found(secrets, lost ? "the store holds no login now, and held some before" : obstacle);
	}

	private List<StoredSecret> parts(Account account, Secret login) {
		return this.parts.of(login).stream().map((part) -> new StoredSecret(account, part)).toList();
	}

	/**
	 * What was found.
	 *
	 * @param secrets the secrets, closed with this
	 * @param reason why a login is missing, or {@code null} if none is
	 */
	public record Found(List<StoredSecret> secrets, @Nullable String reason) implements AutoCloseable {

		public Found {
			secrets = List.copyOf(secrets);
		}

		/**
		 * Returns why secrets are missing.
		 * @return the reason without a full stop, or empty if none is missing
		 */
		public Optional<String> obstacle() {
			return Optional.ofNullable(this.reason);
		}

		@Override
		public void close() {
			this.secrets.forEach((secret) -> secret.value().close());
		}

	}

}

package com.headjack.credential;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.HeadjackException;
import com.headjack.host.AtOnce;
import com.headjack.host.HostEnvironment;
import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.SecretCorruptException;

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
	 * Reads the secrets of all accounts. The store has five seconds for each answer.
	 * @return what was found
	 */
	public Found find() {
		try {
			return read(unattended(this.repository::accounts));
		}
		catch (HeadjackException ex) {
			return new Found(List.of(), ex.getMessage());
		}
	}

	/**
	 * Reads the secrets of all accounts, and asks the user where that takes a password.
	 * @return what was found, without the logins that are damaged
	 * @throws HeadjackException if the store cannot be read
	 */
	public Found get() {
		return this.repository.accounts().stream().map(this::read).reduce(new Found(List.of(), null), Found::and);
	}

	private <T> T unattended(Supplier<T> call) {
		return this.deadline.call("the secret store", (task) -> Thread.ofPlatform().daemon().start(task),
				() -> this.host.unattended(call));
	}

	private Found read(List<Account> accounts) {
		if (accounts.isEmpty()) {
			return new Found(List.of(),
					this.repository.hadAccounts() ? "the store holds no login now, and held some before" : null);
		}
		// A wrong password is found out once. The others then open at the same time.
		Found first = unattended(() -> read(accounts.getFirst()));
		return AtOnce.map(accounts.subList(1, accounts.size()), this::another).stream().reduce(first, Found::and);
	}

	private Found another(Account account) {
		try {
			return unattended(() -> read(account));
		}
		catch (HeadjackException ex) {
			return new Found(List.of(), ex.getMessage());
		}
	}

	private Found read(Account account) {
		try (Kept kept = this.repository.find(account).orElse(null)) {
			return new Found((kept != null) ? parts(account, kept.credential().value()) : List.of(), null);
		}
		catch (SecretCorruptException ex) {
			return new Found(List.of(), ex.getMessage());
		}
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

		private Found and(Found other) {
			return new Found(Stream.concat(this.secrets.stream(), other.secrets.stream()).toList(),
					(this.reason != null) ? this.reason : other.reason);
		}

		@Override
		public void close() {
			this.secrets.forEach((secret) -> secret.value().close());
		}

	}

}

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
import com.headjack.store.StoreRemedies;

/**
 * Reads all that is secret in the stored logins, to look for it. The user is never asked.
 */
public final class StoredSecrets {

	private static final String EMPTY = "the store holds no login now, and held some before";

	private static final String EMPTY_REMEDY = "if another store has them, set keyring.backend or %s to it; else log in again with 'hjk auth AGENT'"
		.formatted(StoreRemedies.VARIABLE);

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
			return Found.none(ex);
		}
	}

	/**
	 * Reads the secrets of all accounts, and asks the user where that takes a password.
	 * @return what was found, without the logins that are damaged
	 * @throws HeadjackException if the store cannot be read
	 */
	public Found get() {
		return this.repository.accounts().stream().map(this::read).reduce(Found.NOTHING, Found::and);
	}

	private <T> T unattended(Supplier<T> call) {
		return this.deadline.call("the secret store", (task) -> Thread.ofPlatform().daemon().start(task),
				() -> this.host.unattended(call));
	}

	private Found read(List<Account> accounts) {
		if (accounts.isEmpty()) {
			return this.repository.hadAccounts() ? new Found(List.of(), EMPTY, EMPTY_REMEDY) : Found.NOTHING;
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
			return Found.none(ex);
		}
	}

	private Found read(Account account) {
		try (Kept kept = this.repository.find(account).orElse(null)) {
			return new Found((kept != null) ? parts(account, kept.credential().value()) : List.of(), null, null);
		}
		catch (SecretCorruptException ex) {
			return Found.none(ex);
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
	 * @param remedy what to do about it, or {@code null} if unknown
	 */
	public record Found(List<StoredSecret> secrets, @Nullable String reason,
			@Nullable String remedy) implements AutoCloseable {

		private static final Found NOTHING = new Found(List.of(), null, null);

		public Found {
			secrets = List.copyOf(secrets);
		}

		private static Found none(HeadjackException failure) {
			return new Found(List.of(), failure.getMessage(), failure.remedy().orElse(null));
		}

		/**
		 * Returns why secrets are missing.
		 * @return the reason without a full stop, or empty if none is missing
		 */
		public Optional<String> obstacle() {
			return Optional.ofNullable(this.reason);
		}

		/**
		 * Returns what to do about missing secrets.
		 * @return the remedy in one line, or empty if it is unknown or none is missing
		 */
		public Optional<String> advice() {
			return Optional.ofNullable(this.remedy);
		}

		private Found and(Found other) {
			return new Found(Stream.concat(this.secrets.stream(), other.secrets.stream()).toList(),
					(this.reason != null) ? this.reason : other.reason,
					(this.reason != null) ? this.remedy : other.remedy);
		}

		@Override
		public void close() {
			this.secrets.forEach((secret) -> secret.value().close());
		}

	}

}

package com.headjack.credential;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreRemedies;

/**
 * Moves all credentials from one store to another. The source loses nothing until the
 * target has returned every credential, and the target never loses anything: running an
 * interrupted migration again completes it.
 *
 * @param source the store to empty
 * @param target the store to fill
 */
public record CredentialMigration(SecretStore source, SecretStore target) {

	public CredentialMigration {
		if (source.name().equals(target.name())) {
			throw new CredentialException(FailureKind.MISUSED,
					"'%s' is both the source and the target of the migration".formatted(source.name()),
					"name two different stores");
		}
	}

	/**
	 * Moves the credentials.
	 * @param log receives the name of each moved credential
	 * @throws StoreConflictException if the target has another value under a name; the
	 * source is then unchanged, unless the conflict arose during the migration
	 * @throws SecretCorruptException if the target does not return what was stored there
	 */
	public void run(MigrationLog log) {
		List<SecretName> names = this.source.list().stream().sorted(Comparator.comparing(SecretName::text)).toList();
		requireNoConflict(names);
		names.forEach(this::copy);
		names.forEach((name) -> removeFromSource(name, log));
	}

	private void requireNoConflict(List<SecretName> names) {
		List<SecretName> conflicts = names.stream().filter((name) -> compare(name) == Comparison.DIFFERENT).toList();
		if (!conflicts.isEmpty()) {
			throw conflict(conflicts);
		}
	}

	private void copy(SecretName name) {
		try (Secret value = this.source.find(name).orElse(null)) {
			if (value == null || isInTarget(name)) {
				return;
			}
			this.target.put(name, value);
			if (!holds(name, value)) {
				throw new SecretCorruptException(
						"'%s' did not return what was stored there as %s; it is still in '%s'"
							.formatted(this.target.name(), name, this.source.name()),
						"choose another target, or run 'hjk doctor'");
			}
		}
	}

	/**
	 * Compares again before removing: a session may have changed the credential since.
	 */
	private void removeFromSource(SecretName name, MigrationLog log) {
		switch (compare(name)) {
			case SAME -> {
				this.source.remove(name);
				log.moved(name);
			}
			case DIFFERENT -> throw conflict(List.of(name));
			case ONE_SIDED -> {
			}
		}
	}

	private Comparison compare(SecretName name) {
		try (Secret ours = this.source.find(name).orElse(null); Secret theirs = this.target.find(name).orElse(null)) {
			return (ours != null && theirs != null && isSameLogin(name, ours, theirs)) ? Comparison.SAME
					: Comparison.of(ours, theirs);
		}
	}

	/**
	 * The same login may have been captured twice, and stored at different times.
	 */
	private static boolean isSameLogin(SecretName name, Secret one, Secret other) {
		CredentialCodec codec = new CredentialCodec();
		try (Credential first = codec.decode(name, one); Credential second = codec.decode(name, other)) {
			return first.isSameLoginAs(second);
		}
		catch (SecretCorruptException _) {
			return false;
		}
	}

	private boolean isInTarget(SecretName name) {
		try (Secret found = this.target.find(name).orElse(null)) {
			return found != null;
		}
	}

	private boolean holds(SecretName name, Secret value) {
		try (Secret found = this.target.find(name).orElse(null)) {
			return value.equals(found);
		}
	}

	private StoreConflictException conflict(List<SecretName> names) {
		String list = names.stream().map(SecretName::text).collect(Collectors.joining(", "));
		return new StoreConflictException(
				"'%s' and '%s' hold different values of: %s".formatted(this.source.name(), this.target.name(), list),
				"nothing was lost; remove the unwanted one, for example with '%s=%s hjk auth remove %s'"
					.formatted(StoreRemedies.VARIABLE, this.target.name(), names.getFirst().words()));
	}

	private enum Comparison {

		SAME, DIFFERENT, ONE_SIDED;

		static Comparison of(@Nullable Secret one, @Nullable Secret other) {
			if (one == null || other == null) {
				return ONE_SIDED;
			}
			return one.equals(other) ? SAME : DIFFERENT;
		}

	}

}

package com.headjack.credential;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.RevisedStore;
import com.headjack.store.Revision;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.StoreRemedies;
import com.headjack.store.Stored;

/**
 * Moves all credentials from one store to another. The source loses nothing until the
 * target has returned every credential, and the target never loses anything: running an
 * interrupted migration again completes it.
 *
 * @param source the store to empty
 * @param target the store to fill
 */
public record CredentialMigration(RevisedStore source, RevisedStore target) {

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
		List<SecretName> conflicts = names.stream().filter(this::differs).toList();
		if (!conflicts.isEmpty()) {
			throw conflict(conflicts);
		}
	}

	private void copy(SecretName name) {
		try (Stored ours = this.source.find(name).orElse(null)) {
			if (ours != null && !isInTarget(name)) {
				copy(name, ours.value());
			}
		}
	}

	private void copy(SecretName name, Secret value) {
		try {
			this.target.put(name, value, Expected.absent());
		}
		catch (StoreConflictException _) {
			// Somebody was faster: what is there is compared before anything is removed.
			return;
		}
		if (!holds(name, value)) {
			throw new SecretCorruptException("'%s' did not return what was stored there as %s; it is still in '%s'"
				.formatted(this.target.name(), name, this.source.name()), "choose another target, or run 'hjk doctor'");
		}
	}

	/**
	 * Compares again before removing: a session may have changed the credential since.
	 */
	private void removeFromSource(SecretName name, MigrationLog log) {
		try (Stored ours = this.source.find(name).orElse(null); Stored theirs = this.target.find(name).orElse(null)) {
			if (ours == null || theirs == null) {
				return;
			}
			if (!isSame(name, ours, theirs)) {
				throw conflict(List.of(name));
			}
			remove(name, ours.revision());
			log.moved(name);
		}
	}

	private void remove(SecretName name, Revision revision) {
		try {
			this.source.remove(name, Expected.unchanged(revision));
		}
		catch (StoreConflictException _) {
			throw conflict(List.of(name));
		}
	}

	private boolean differs(SecretName name) {
		try (Stored ours = this.source.find(name).orElse(null); Stored theirs = this.target.find(name).orElse(null)) {
			return ours != null && theirs != null && !isSame(name, ours, theirs);
		}
	}

	private static boolean isSame(SecretName name, Stored ours, Stored theirs) {
		return ours.value().equals(theirs.value()) || isSameLogin(name, ours.value(), theirs.value());
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
		try (Stored found = this.target.find(name).orElse(null)) {
			return found != null;
		}
	}

	private boolean holds(SecretName name, Secret value) {
		try (Stored found = this.target.find(name).orElse(null)) {
			return found != null && value.equals(found.value());
		}
	}

	private StoreConflictException conflict(List<SecretName> names) {
		String list = names.stream().map(SecretName::text).collect(Collectors.joining(", "));
		return new StoreConflictException(
				"'%s' and '%s' hold different values of: %s".formatted(this.source.name(), this.target.name(), list),
				"nothing was lost; remove the unwanted one, for example with '%s=%s hjk auth remove %s'"
					.formatted(StoreRemedies.VARIABLE, this.target.name(), names.getFirst().words()));
	}

}

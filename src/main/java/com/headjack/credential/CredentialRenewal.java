package com.headjack.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.StoreConflictException;

/**
 * Takes back a login that its agent has renewed elsewhere.
 */
public final class CredentialRenewal {

	/**
	 * A file is checked more strictly than what a user pastes.
	 */
	private static final Path FILE = Path.of("login");

	private static final int TRIES = 5;

	private final CredentialRepository repository;

	private final CredentialCheck check;

	private final Clock clock;

	CredentialRenewal(CredentialRepository repository, CredentialCheck check, Clock clock) {
		this.repository = repository;
		this.check = check;
		this.clock = clock;
	}

	/**
	 * Stores a copy of a login, if it is provably newer than the stored one and of the
	 * same identity. Where somebody stores another login at the same time, the copy is
	 * compared to that one.
	 * @param profile the agent
	 * @param account the account whose login it is said to be
	 * @param method the method by which it was given out
	 * @param offered the copy, not trusted, which the caller closes
	 * @return what the copy is, of which only {@link Succession#NEWER} is stored; empty
	 * if the account has no login by that method any more
	 * @throws StoreConflictException if somebody stores another login each time
	 */
	public Optional<Succession> offer(AgentProfile profile, Account account, LoginMethod method, Secret offered) {
		for (int left = TRIES - 1;; left--) {
			try {
				return offerOnce(profile, account, method, offered);
			}
			catch (StoreConflictException ex) {
				if (left == 0) {
					throw ex;
				}
			}
		}
	}

	private Optional<Succession> offerOnce(AgentProfile profile, Account account, LoginMethod method, Secret offered) {
		try (Kept kept = this.repository.find(account).orElse(null)) {
			if (kept == null || kept.credential().method() != method) {
				return Optional.empty();
			}
			return Optional.of(kept.credential().value().equals(offered) ? Succession.SAME
					: take(profile, account, kept, offered));
		}
	}

	private Succession take(AgentProfile profile, Account account, Kept kept, Secret offered) {
		Subject subject = new Subject(profile, kept.credential().method(), FILE);
		try (Credential copy = this.check.check(subject, offered)) {
			Succession succession = Succession.of(kept.credential().value(), copy.value(), subject.login().renewal(),
					this.clock.instant());
			if (succession == Succession.NEWER) {
				this.repository.put(account, copy.capturedWith(kept.credential()), Expected.unchanged(kept.revision()));
			}
			return succession;
		}
		catch (CredentialException _) {
			return Succession.UNREADABLE;
		}
	}

}

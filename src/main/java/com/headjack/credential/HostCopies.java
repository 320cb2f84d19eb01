package com.headjack.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.Renewal;
import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;
import com.headjack.store.StoreException;

/**
 * Compares the logins that agents keep on the host to the stored ones, and takes those
 * that are newer.
 */
public final class HostCopies {

	private final AgentCatalog catalog;

	private final CredentialRepository repository;

	private final CredentialRenewal renewal;

	private final HostLogins quiet;

	private final CredentialCheck check;

	private final Clock clock;

	HostCopies(AgentCatalog catalog, CredentialRepository repository, CredentialRenewal renewal, HostLogins quiet,
			CredentialCheck check, Clock clock) {
		this.catalog = catalog;
		this.repository = repository;
		this.renewal = renewal;
		this.quiet = quiet;
		this.check = check;
		this.clock = clock;
	}

	/**
	 * Looks at the host's login of an account that is being listed.
	 * @param account the account
	 * @param kept its stored credential
	 * @return the comparison, or empty if its agent has no login on the host that can be
	 * used, or does not renew logins
	 */
	public Optional<HostCopy> look(Account account, Credential kept) {
		// Reading a profile takes time.
		boolean renewable = !kept.isKnown() || kept.facts().renewable();
		return renewable ? profile(account.agent()).flatMap((profile) -> look(profile, account, kept))
				: Optional.empty();
	}

	/**
	 * Looks at the host's login of an account.
	 * @param profile the agent
	 * @param account the account
	 * @return the comparison, or empty if nothing is stored, or the agent has no login on
	 * the host that can be used
	 */
	public Optional<HostCopy> look(AgentProfile profile, Account account) {
		try (Kept kept = this.repository.find(account).orElse(null)) {
			return (kept != null) ? look(profile, account, kept.credential()) : Optional.empty();
		}
		catch (StoreException _) {
			return Optional.empty();
		}
	}

	private Optional<HostCopy> look(AgentProfile profile, Account account, Credential kept) {
		if (kept.method() != LoginMethod.SUBSCRIPTION || source(profile).isEmpty()) {
			return Optional.empty();
		}
		Subject subject = new Subject(profile, kept.method(), null);
		try (HostLogin found = source(profile).flatMap((source) -> this.quiet.find(subject, source)).orElse(null)) {
			return (found != null) ? Optional.of(new HostCopy(account, found.file(),
					compare(subject.in(found.file()), kept.value(), found.content()))) : Optional.empty();
		}
		catch (CredentialException _) {
			return Optional.empty();
		}
	}

	/**
	 * Returns whether a login is provably older than the stored one of the same owner.
	 * @param profile the agent
	 * @param account the account
	 * @param offered the login
	 * @return whether it is; {@code false} if the store does not tell
	 */
	public boolean isOlder(AgentProfile profile, Account account, Credential offered) {
		Renewal renewal = new Subject(profile, offered.method(), null).login().renewal();
		try (Kept kept = this.repository.find(account).orElse(null)) {
			return kept != null && kept.credential().method() == offered.method() && Succession
				.of(kept.credential().value(), offered.value(), renewal, this.clock.instant()) == Succession.OLDER;
		}
		catch (StoreException _) {
			return false;
		}
	}

	/**
	 * Compares a copy to the stored login, by what both say of themselves.
	 */
	Succession compare(Subject subject, Secret kept, Secret offered) {
		if (kept.equals(offered)) {
			return Succession.SAME;
		}
		try (Credential copy = this.check.check(subject, offered)) {
			return Succession.of(kept, copy.value(), subject.login().renewal(), this.clock.instant());
		}
		catch (CredentialException _) {
			return Succession.UNREADABLE;
		}
	}

	/**
	 * Stores the host's login of an account if it is newer than the stored one.
	 * @param profile the agent
	 * @param account the account
	 * @return the comparison, of which only {@link Succession#NEWER} is stored
	 * @throws CredentialException if nothing is stored, or the host has no login that can
	 * be used, or that of somebody else
	 */
	public HostCopy refresh(AgentProfile profile, Account account) {
		Source source = requireSource(profile, account);
		Path file = this.quiet.file(source);
		try (Credential found = own(profile, source)) {
			Succession succession = this.renewal.offer(profile, account, LoginMethod.SUBSCRIPTION, found.value())
				.orElseThrow(() -> this.repository.missing(account));
			return switch (succession) {
				case NEWER, SAME, OLDER -> new HostCopy(account, file, succession);
				case UNDECIDED -> throw new CredentialException(FailureKind.FAILED,
						"nothing tells whether the login of %s in %s is newer than the stored one"
							.formatted(profile.id(), Subject.shown(file)),
						"run 'hjk auth %s' to replace the stored one".formatted(account));
				case ANOTHER_IDENTITY -> throw new CredentialException(FailureKind.FAILED,
						"nothing proves that the login of %s in %s is of the same owner as the stored one"
							.formatted(profile.id(), Subject.shown(file)),
						"run 'hjk auth %s --account NAME' to keep both, or 'hjk auth %s' to replace the stored one"
							.formatted(profile.id(), account));
				case FUTURE, UNREADABLE -> throw new CredentialException(FailureKind.FAILED,
						"the login of %s in %s says that it was issued in the future, or lives longer than it can"
							.formatted(profile.id(), Subject.shown(file)),
						"check the clock of this machine");
			};
		}
	}

	private Credential own(AgentProfile profile, Source source) {
		Subject subject = new Subject(profile, LoginMethod.SUBSCRIPTION, null);
		try (HostLogin found = this.quiet.find(subject, source)
			.orElseThrow(() -> this.quiet.missing(subject, source))) {
			return this.check.check(subject.in(found.file()), found.content());
		}
	}

	/**
	 * Returns the files that the agent keeps a login in, for an account that has such a
	 * login.
	 */
	private Source requireSource(AgentProfile profile, Account account) {
		try (Credential kept = this.repository.get(account)) {
			if (kept.method() != LoginMethod.SUBSCRIPTION) {
				throw new CredentialException(
						FailureKind.FAILED, "the stored login of %s is its %s, which no agent renews"
							.formatted(profile.id(), kept.method()),
						"run 'hjk auth %s' to store another one".formatted(account));
			}
		}
		return source(profile).orElseThrow(() -> fileless(profile));
	}

	/**
	 * An agent's login that has no file on the host.
	 */
	static CredentialException fileless(AgentProfile profile) {
		return new CredentialException(FailureKind.FAILED,
				"%s keeps no login on this machine in a file that hjk can share".formatted(profile.id()),
				"run 'hjk auth %s' to store a new one".formatted(profile.id()));
	}

	static Optional<Source> source(AgentProfile profile) {
		return profile.login(LoginMethod.SUBSCRIPTION)
			.flatMap((login) -> Optional.ofNullable(login.source()))
			.filter((source) -> source.mainFile().isPresent());
	}

	private Optional<AgentProfile> profile(AgentId agent) {
		try {
			return this.catalog.find(agent);
		}
		catch (AgentException _) {
			return Optional.empty();
		}
	}

}

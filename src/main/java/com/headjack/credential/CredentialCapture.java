package com.headjack.credential;

import java.util.Optional;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.Source;
import com.headjack.secret.Secret;
import com.headjack.store.RevisedStore;

/**
 * Captures a credential from the user or from an agent's files, checks it and stores it.
 */
public final class CredentialCapture {

	private final HostLogins hostLogins;

	private final CredentialCheck check;

	private final CredentialRepository repository;

	private final CaptureLog log;

	CredentialCapture(HostLogins hostLogins, CredentialCheck check, CredentialRepository repository, CaptureLog log) {
		this.hostLogins = hostLogins;
		this.check = check;
		this.repository = repository;
		this.log = log;
	}

	/**
	 * Finds a credential in the agent's files on the host.
	 * @param profile the agent
	 * @param method the login method
	 * @return the credential, which the caller closes, or empty if there is none
	 * @throws CredentialException if the files hold no valid credential
	 */
	public Optional<Credential> find(AgentProfile profile, LoginMethod method) {
		Subject subject = new Subject(profile, method, null);
		return source(subject).flatMap((source) -> this.hostLogins.find(subject, source)).map((found) -> {
			try (found) {
				Credential credential = this.check.check(subject.in(found.file()), found.content());
				this.log.found(Subject.shown(found.file()));
				return credential;
			}
		});
	}

	/**
	 * Explains that neither the user gave a credential nor the agent's files hold one.
	 * @param profile the agent
	 * @param method the login method
	 * @return the failure
	 * @throws CredentialException if a variable names a folder that cannot be used
	 */
	public CredentialException missing(AgentProfile profile, LoginMethod method) {
		Subject subject = new Subject(profile, method, null);
		return source(subject).map((source) -> this.hostLogins.missing(subject, source))
			.orElseGet(() -> subject.refused("is empty"));
	}

	/**
	 * Finds the place in which an agent keeps its login, if it is not in a file.
	 * @param profile the agent
	 * @param method the login method
	 * @return the place, as a failure, or empty if nothing tells
	 * @throws CredentialException if a variable names a folder that cannot be used
	 */
	public Optional<CredentialException> elsewhere(AgentProfile profile, LoginMethod method) {
		Subject subject = new Subject(profile, method, null);
		return source(subject).flatMap((source) -> this.hostLogins.elsewhere(subject, source));
	}

	private static Optional<Source> source(Subject subject) {
		return Optional.ofNullable(subject.login().source());
	}

	/**
	 * Checks the user's input.
	 * @param profile the agent
	 * @param method the login method
	 * @param given the input, which the caller closes
	 * @return the credential, which the caller closes
	 * @throws CredentialException if the input is not a valid credential of this method
	 */
	public Credential check(AgentProfile profile, LoginMethod method, Secret given) {
		return this.check.check(new Subject(profile, method, null), given);
	}

	/**
	 * Stores a credential.
	 * @param account the account
	 * @param credential the credential, which the caller closes
	 * @return the store that has it now
	 */
	public RevisedStore keep(Account account, Credential credential) {
		return this.repository.put(account, credential);
	}

}

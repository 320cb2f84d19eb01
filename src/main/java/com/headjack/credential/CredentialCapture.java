package com.headjack.credential;

import java.util.Optional;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;
import com.headjack.store.SecretStore;

/**
 * Takes a credential from a user or from an agent's own files, checks it and keeps it.
 */
public final class CredentialCapture {

	private final HostLogins hostLogins;

	private final CredentialCheck check;

	private final CredentialRepository repository;

	CredentialCapture(HostLogins hostLogins, CredentialCheck check, CredentialRepository repository) {
		this.hostLogins = hostLogins;
		this.check = check;
		this.repository = repository;
	}

	/**
	 * Looks for a login in the agent's own files on the host.
	 * @param profile the agent
	 * @param method the login
	 * @return the credential, to be closed by the caller, or empty if there is none
	 * @throws CredentialException if there is one that is of no use
	 */
	public Optional<Credential> find(AgentProfile profile, LoginMethod method) {
		return profile.login(method).map(Login::source).flatMap(this.hostLogins::find).map((found) -> {
			try (found) {
				return check(profile, method, found);
			}
		});
	}

	/**
	 * Checks what a user gave.
	 * @param profile the agent
	 * @param method the login
	 * @param given what was given; stays the caller's
	 * @return the credential, to be closed by the caller
	 * @throws CredentialException if it is not what was expected
	 */
	public Credential check(AgentProfile profile, LoginMethod method, Secret given) {
		return this.check.check(profile, method, given);
	}

	/**
	 * Keeps a credential.
	 * @param account whose it is
	 * @param credential the credential; stays the caller's
	 * @return where it is now
	 */
	public SecretStore keep(Account account, Credential credential) {
		return this.repository.put(account, credential);
	}

}

package com.headjack.credential;

import java.util.Optional;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;
import com.headjack.store.SecretStore;

/**
 * Captures a credential from the user or from an agent's files, checks it and stores it.
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
	 * Finds a credential in the agent's files on the host.
	 * @param profile the agent
	 * @param method the login method
	 * @return the credential, which the caller closes, or empty if there is none
	 * @throws CredentialException if the files hold no valid credential
	 */
	public Optional<Credential> find(AgentProfile profile, LoginMethod method) {
		return profile.login(method).map(Login::source).flatMap(this.hostLogins::find).map((found) -> {
			try (found) {
				return check(profile, method, found);
			}
		});
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
		return this.check.check(profile, method, given);
	}

	/**
	 * Stores a credential.
	 * @param account the account
	 * @param credential the credential, which the caller closes
	 * @return the store that has it now
	 */
	public SecretStore keep(Account account, Credential credential) {
		return this.repository.put(account, credential);
	}

}

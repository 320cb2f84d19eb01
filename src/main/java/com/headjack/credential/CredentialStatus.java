package com.headjack.credential;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.LoginMethod;

/**
 * The description of a stored credential, which is safe to print.
 *
 * @param account the account
 * @param backend the name of the store
 * @param method the login method, or {@code null} if nothing is stored
 * @param masked the beginning and the end of the value, or {@code null} if nothing is
 * stored
 * @param facts what the credential says of itself
 */
public record CredentialStatus(Account account, String backend, @Nullable LoginMethod method, @Nullable String masked,
		CredentialFacts facts) {

	static CredentialStatus missing(Account account, String backend) {
		return new CredentialStatus(account, backend, null, null, CredentialFacts.unknown());
	}

	/**
	 * Returns the status in one line.
	 * @return such as {@code claude: subscription} or {@code claude: not configured}
	 */
	public String line() {
		return this.account.agent() + ": " + ((this.method != null) ? this.method : "not configured");
	}

}

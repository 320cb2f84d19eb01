package com.headjack.credential;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.LoginMethod;

/**
 * What may be told of a credential.
 *
 * @param account whose it is
 * @param backend the store that was asked
 * @param method how the user is known to the vendor, or {@code null} if nothing is stored
 * @param masked how it begins and ends, or {@code null} if nothing is stored
 */
public record CredentialStatus(Account account, String backend, @Nullable LoginMethod method, @Nullable String masked) {

	static CredentialStatus of(Account account, String backend, @Nullable Credential credential) {
		return (credential != null)
				? new CredentialStatus(account, backend, credential.method(), Mask.of(credential.value()))
				: new CredentialStatus(account, backend, null, null);
	}

	/**
	 * The status as a line.
	 * @return such as {@code claude: subscription} or {@code claude: not configured}
	 */
	public String line() {
		return this.account.agent() + ": " + ((this.method != null) ? this.method : "not configured");
	}

}

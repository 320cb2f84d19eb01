package com.headjack.credential;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;

/**
 * What may be told of a credential.
 *
 * @param agent whose it is
 * @param backend the store that was asked
 * @param method how the user is known to the vendor, or {@code null} if nothing is stored
 * @param masked how it begins and ends, or {@code null} if nothing is stored
 */
public record CredentialStatus(AgentId agent, String backend, @Nullable LoginMethod method, @Nullable String masked) {

	static CredentialStatus of(AgentId agent, String backend, @Nullable Credential credential) {
		return (credential != null)
				? new CredentialStatus(agent, backend, credential.method(), Mask.of(credential.value()))
				: new CredentialStatus(agent, backend, null, null);
	}

	/**
	 * The status as a line.
	 * @return such as {@code claude: subscription} or {@code claude: not configured}
	 */
	public String line() {
		return this.agent + ": " + ((this.method != null) ? this.method : "not configured");
	}

}

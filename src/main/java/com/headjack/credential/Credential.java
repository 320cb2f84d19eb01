package com.headjack.credential;

import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;

/**
 * What an agent logs in with.
 *
 * @param method how the user is known to the vendor
 * @param value the token, key or file's content; closed with the credential
 */
public record Credential(LoginMethod method, Secret value) implements AutoCloseable {

	@Override
	public void close() {
		this.value.close();
	}

}

package com.headjack.credential;

import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;

/**
 * A credential of an agent.
 *
 * @param method the login method
 * @param value the token, the key or the content of the file; closed with the credential
 */
public record Credential(LoginMethod method, Secret value) implements AutoCloseable {

	@Override
	public void close() {
		this.value.close();
	}

}

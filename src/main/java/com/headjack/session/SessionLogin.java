package com.headjack.session;

import com.headjack.agent.LoginMethod;
import com.headjack.credential.Credential;

/**
 * How a session is logged in.
 *
 * @param method how the user is known to the vendor
 */
public record SessionLogin(LoginMethod method) {

	static SessionLogin of(Credential credential) {
		return new SessionLogin(credential.method());
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}

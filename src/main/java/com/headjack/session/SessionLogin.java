package com.headjack.session;

import com.headjack.agent.LoginMethod;

/**
 * The login of a session.
 *
 * @param method the login method
 * @param account the account's label
 */
public record SessionLogin(LoginMethod method, String account) {

	/**
	 * Returns the login as part of a sentence.
	 * @return a text such as {@code subscription of account "work"}
	 */
	@Override
	public String toString() {
		return this.method + " of account \"" + this.account + "\"";
	}

}

package com.headjack.session;

import com.headjack.agent.LoginMethod;

/**
 * How a session is logged in.
 *
 * @param method how the user is known to the vendor
 * @param account the account's label
 */
public record SessionLogin(LoginMethod method, String account) {

	/**
	 * The login within a sentence.
	 * @return such as {@code subscription of account "work"}
	 */
	@Override
	public String toString() {
		return this.method + " of account \"" + this.account + "\"";
	}

}

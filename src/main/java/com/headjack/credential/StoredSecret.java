package com.headjack.credential;

import com.headjack.secret.Secret;

/**
 * A text that is secret by itself, and whose login it is of.
 *
 * @param account the account
 * @param value the text, which the caller closes
 */
public record StoredSecret(Account account, Secret value) {

	/**
	 * Returns the account for a mark.
	 * @return such as {@code claude} or {@code claude work}
	 */
	public String owner() {
		String agent = this.account.agent().value();
		return (this.account.name() != null) ? agent + " " + this.account.name() : agent;
	}

}

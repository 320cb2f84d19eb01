package com.headjack.renewal;

import java.util.Objects;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;

/**
 * A login that a container was given in files.
 *
 * @param agent the name of its agent
 * @param method its method
 * @param account the label of its account
 */
record Holding(String agent, LoginMethod method, String account) {

	/**
	 * A record that was damaged cannot be read.
	 */
	Holding {
		Objects.requireNonNull(method);
		Account.of(new AgentId(agent), Objects.requireNonNull(account));
	}

	static Holding of(Account account, LoginMethod method) {
		return new Holding(account.agent().value(), method, account.label());
	}

	Account owner() {
		return Account.of(new AgentId(this.agent), this.account);
	}

}

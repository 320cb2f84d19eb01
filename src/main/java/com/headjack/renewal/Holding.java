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
 * @param user the folder of the configuration of the user who gave it
 * @param store the store that it came from
 */
record Holding(String agent, LoginMethod method, String account, String user, String store) {

	/**
	 * A record that was damaged cannot be read.
	 */
	Holding {
		Objects.requireNonNull(method);
		Objects.requireNonNull(user);
		Objects.requireNonNull(store);
		Account.of(new AgentId(agent), Objects.requireNonNull(account));
	}

	/**
	 * The same login by the new name of its account.
	 */
	Holding of(Account renamed) {
		return new Holding(this.agent, this.method, renamed.label(), this.user, this.store);
	}

	Account owner() {
		return Account.of(new AgentId(this.agent), this.account);
	}

}

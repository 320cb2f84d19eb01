package com.headjack.shell.command;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.HostCopies;
import com.headjack.secret.Secret;
import com.headjack.shell.terminal.Output;

/**
 * Checks a login that the user gives, which replaces the stored one even if it is older.
 *
 * @param capture checks it
 * @param copies compares it to the stored one
 * @param output receives the warning
 */
record GivenLogin(CredentialCapture capture, HostCopies copies, Output output) {

	Credential check(AgentProfile profile, Account account, LoginMethod method, Secret given) {
		Credential credential = this.capture.check(profile, method, given);
		if (method == LoginMethod.SUBSCRIPTION && this.copies.isOlder(profile, account, credential)) {
			this.output.message("warning: this login is older than the stored one, which it replaces");
		}
		return credential;
	}

}

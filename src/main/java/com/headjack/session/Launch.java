package com.headjack.session;

import com.headjack.agent.AgentProfile;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;

/**
 * A program that is ready to start in an instance: its credential is loaded.
 */
sealed interface Launch extends AutoCloseable {

	/**
	 * Returns the program to start.
	 */
	Program program();

	/**
	 * Wipes the credential, if there is one.
	 */
	@Override
	void close();

	/**
	 * An agent.
	 *
	 * @param profile the agent
	 * @param account the account that the credential belongs to
	 * @param credential the credential for its login; closed with the launch
	 * @param program the agent's account, prompt and arguments
	 */
	record Agent(AgentProfile profile, Account account, Credential credential,
			Program.Agent program) implements Launch {

		@Override
		public void close() {
			this.credential.close();
		}

		SessionLogin login() {
			return new SessionLogin(this.credential.method(), this.account.label());
		}

		/**
		 * Returns whether this login needs a file that a session with the other login has
		 * with different content.
		 */
		boolean clashesWith(SessionLogin other) {
			SessionLogin own = login();
			return !own.equals(other) && this.profile.login(own.method())
				.flatMap((login) -> this.profile.login(other.method()).map(login::clashesWith))
				.orElse(false);
		}

	}

	/**
	 * A command.
	 *
	 * @param program the command
	 */
	record Shell(Program.Shell program) implements Launch {

		@Override
		public void close() {
			// A command has no credential.
		}

	}

}

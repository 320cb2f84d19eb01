package com.headjack.session;

import com.headjack.agent.AgentProfile;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;

/**
 * A program that can be started in an instance: its credential is at hand.
 */
sealed interface Launch extends AutoCloseable {

	/**
	 * What it is to do.
	 */
	Program program();

	/**
	 * Wipes its credential.
	 */
	@Override
	void close();

	/**
	 * An agent.
	 *
	 * @param profile the agent
	 * @param account whose credential it is
	 * @param credential what it logs in with; closed with the launch
	 * @param program what it is to do
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
		 * Whether it needs a file that a session has with different content.
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
			// It has no credential.
		}

	}

}

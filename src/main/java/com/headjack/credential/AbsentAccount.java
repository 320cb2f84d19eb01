package com.headjack.credential;

import org.jspecify.annotations.Nullable;

/**
 * An account that is configured, but not logged in.
 *
 * @param account the account
 * @param repository the id of the repository that is to use it, or {@code null} if it is
 * the agent's default
 */
public record AbsentAccount(Account account, @Nullable String repository) {

	/**
	 * Returns what is wrong.
	 * @return a sentence without a full stop
	 */
	public String fact() {
		return (this.repository != null)
				? "repository %s is bound to account \"%s\" of %s, which is not logged in".formatted(this.repository,
						this.account.label(), this.account.agent())
				: "the default account of %s, \"%s\", is not logged in".formatted(this.account.agent(),
						this.account.label());
	}

	/**
	 * Returns both in one line.
	 * @return the fact and the remedy
	 */
	public String line() {
		return fact() + ": " + remedy();
	}

	/**
	 * Returns how to mend it.
	 * @return the commands
	 */
	public String remedy() {
		String other = (this.repository != null)
				? "hjk config --unset agents.%s.repositories.%s".formatted(this.account.agent(), this.repository)
				: "hjk auth default %s --unset".formatted(this.account.agent());
		return "run 'hjk auth %s', or '%s'".formatted(this.account, other);
	}

}

package com.headjack.credential;

import java.nio.file.Path;

/**
 * An agent's own login on the host, compared to the stored one.
 *
 * @param account the stored one's account
 * @param file the file of the host, or the first of several
 * @param succession what the host's login is to the stored one
 */
public record HostCopy(Account account, Path file, Succession succession) {

	/**
	 * Returns the file for a message.
	 * @return the path on one line
	 */
	public String shown() {
		return Subject.shown(this.file);
	}

	/**
	 * Returns what the user has to know.
	 * @return a sentence with the command to run, or an empty text
	 */
	public String advice() {
		return switch (this.succession) {
			case NEWER -> "the login of %s in %s is newer than the stored one: run 'hjk auth %s --refresh' to take it"
				.formatted(this.account.agent(), shown(), this.account);
			case OLDER -> "the stored login of %s is newer than that in %s: run 'hjk auth export %s' to write it there"
				.formatted(this.account.agent(), shown(), this.account);
			case SAME, UNDECIDED, ANOTHER_IDENTITY, FUTURE, UNREADABLE -> "";
		};
	}

}

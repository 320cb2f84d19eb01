package com.headjack.renewal;

import org.jspecify.annotations.Nullable;

import com.headjack.credential.Account;
import com.headjack.instance.Instance;
import com.headjack.journal.LoginEvent;
import com.headjack.journal.LoginJournal;
import com.headjack.journal.LoginPlace;
import com.headjack.secret.Secret;

/**
 * Records where logins came from and went to.
 *
 * @param journal the record of all that happens to logins
 */
record RenewalRecord(LoginJournal journal) {

	/**
	 * Records that a session has a login.
	 */
	void given(Instance instance, String session, Account account, Secret login) {
		this.journal.write(LoginEvent.Kind.GIVEN, account.agent().value(), account.label(), login,
				new LoginPlace(String.valueOf(instance.branch()), session), null);
	}

	/**
	 * Records what became of a container's copy.
	 * @param login the copy, or {@code null} if it was not read
	 */
	void add(Instance instance, Holding holding, Renewed.Outcome outcome, @Nullable Secret login) {
		switch (outcome) {
			case STORED -> write(LoginEvent.Kind.TAKEN_BACK, instance, holding, login, null);
			case GIVEN -> write(LoginEvent.Kind.GIVEN, instance, holding, login, null);
			case OLDER, UNDECIDED, FUTURE, FORMER, ANOTHER_IDENTITY, UNREADABLE, LINK, NO_FILE, TOO_LARGE ->
				write(LoginEvent.Kind.REFUSED, instance, holding, login, outcome.words());
			case GONE, SILENT -> {
			}
		}
	}

	private void write(LoginEvent.Kind kind, Instance instance, Holding holding, @Nullable Secret login,
			@Nullable String detail) {
		this.journal.write(kind, holding.agent(), holding.account(), login,
				new LoginPlace(String.valueOf(instance.branch()), null), detail);
	}

}

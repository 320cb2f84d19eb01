package com.headjack.credential;

import java.util.List;
import java.util.Optional;

import com.headjack.text.NearestMatch;

/**
 * The accounts of an agent that have a login.
 *
 * @param accounts the accounts, in the order of their names
 */
record StoredAccounts(List<Account> accounts) {

	StoredAccounts {
		accounts = List.copyOf(accounts);
	}

	/**
	 * Returns what a user may have meant whose account has no login.
	 * @param missing the account
	 * @return a hint without a full stop, or empty if there is no other account
	 */
	Optional<String> instead(Account missing) {
		List<String> names = this.accounts.stream()
			.filter((account) -> !account.equals(missing))
			.map(Account::label)
			.toList();
		if (names.isEmpty()) {
			return Optional.empty();
		}
		String all = "the accounts of %s are: %s".formatted(missing.agent(), String.join(", ", names));
		if (missing.name() == null) {
			return Optional
				.of("%s; name one with --account, or run 'hjk auth default %s NAME'".formatted(all, missing.agent()));
		}
		return Optional
			.of(NearestMatch.of(missing.name(), names).map((nearest) -> "did you mean \"" + nearest + "\"? ").orElse("")
					+ all);
	}

}

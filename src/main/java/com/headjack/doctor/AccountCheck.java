package com.headjack.doctor;

import java.util.List;
import java.util.Set;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.credential.AbsentAccount;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.CredentialRepository;

/**
 * Checks that the accounts that the configuration names are logged in.
 *
 * @param repository the logins
 * @param choice the configured accounts
 * @param catalog the agents
 */
record AccountCheck(CredentialRepository repository, AccountChoice choice, AgentCatalog catalog) implements Check {

	@Override
	public String name() {
		return "accounts";
	}

	@Override
	public List<Diagnostic> run() {
		List<AgentId> agents = List.copyOf(this.catalog.ids());
		Set<Account> stored = Set.copyOf(this.repository.accounts());
		return this.choice.absent(agents, stored::contains).stream().map(AccountCheck::diagnostic).toList();
	}

	private static Diagnostic diagnostic(AbsentAccount absent) {
		Account account = absent.account();
		return Diagnostic.warning("account %s (%s)".formatted(account.agent(), account.label()), absent.fact(),
				absent.remedy());
	}

}

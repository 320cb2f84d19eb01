package com.headjack.doctor;

import java.util.List;
import java.util.Optional;

import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.CredentialStatus;
import com.headjack.credential.Expiry;
import com.headjack.credential.ExpiryWatch;

/**
 * Checks how long the stored logins live, as far as they tell.
 *
 * @param repository the logins
 * @param watch judges them
 */
record ExpiryCheck(CredentialRepository repository, ExpiryWatch watch) implements Check {

	@Override
	public String name() {
		return "stored logins";
	}

	@Override
	public List<Diagnostic> run() {
		return this.repository.status(this.repository.owners())
			.stream()
			.map(this::diagnostic)
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<Diagnostic> diagnostic(CredentialStatus status) {
		String name = name(status.account());
		return this.watch.look(status)
			.map((notice) -> Diagnostic.warning(name, notice.fact(), notice.remedy()))
			.or(() -> Optional.ofNullable(status.facts().expiry())
				.map((expiry) -> Diagnostic.ok(name, detail(expiry, status.facts().renewable()))));
	}

	private static String name(Account account) {
		return "login " + account.agent() + ((account.name() != null) ? " (" + account.name() + ")" : "");
	}

	private String detail(Expiry expiry, boolean renewable) {
		return expiry.words(this.watch.now()) + (renewable ? ", renews itself" : "");
	}

}

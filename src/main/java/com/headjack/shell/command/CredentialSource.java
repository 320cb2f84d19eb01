package com.headjack.shell.command;

import java.util.Optional;
import java.util.function.Consumer;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.shell.grammar.UsageException;

/**
 * Obtains a credential from a person or from stdin.
 */
final class CredentialSource {

	private final AuthDialog dialog;

	private final CredentialInput input;

	private final HostEnvironment host;

	CredentialSource(AuthDialog dialog, CredentialInput input, HostEnvironment host) {
		this.dialog = dialog;
		this.input = input;
		this.host = host;
	}

	/**
	 * Obtains a credential and hands it on.
	 * @param taker takes the credential, which is closed afterwards
	 * @return whether there is one; {@code false} if the person wants to keep the stored
	 * one
	 * @throws UsageException if stdin is a terminal at which nothing can be asked
	 */
	boolean obtain(AgentProfile profile, Account account, Optional<String> method, Consumer<Credential> taker) {
		Optional<LoginMethod> chosen = method.map(CredentialSource::method);
		if (this.host.interactive()) {
			return this.dialog.obtain(profile, account, chosen, taker);
		}
		if (this.host.terminal(StandardStream.STDIN)) {
			throw new UsageException("hjk cannot ask for the credential, since stderr is not a terminal",
					"do not redirect stderr, or pipe the credential to stdin");
		}
		try (Credential credential = this.input.obtain(profile, account,
				chosen.orElseThrow(CredentialSource::noMethod))) {
			taker.accept(credential);
			return true;
		}
	}

	private static UsageException noMethod() {
		return new UsageException("without a terminal, the login method has to be named",
				"add --method subscription or --method apikey");
	}

	private static LoginMethod method(String value) {
		return LoginMethod.parse(value)
			.orElseThrow(() -> new UsageException("unknown method \"" + value + "\"", "use subscription or apikey"));
	}

}

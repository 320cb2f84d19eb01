package com.headjack.shell.terminal;

import java.util.Optional;

import com.headjack.host.HostEnvironment;
import com.headjack.secret.Secret;
import com.headjack.secret.SecretPrompt;

/**
 * Asks for secrets at the terminal, if a person is there.
 */
public final class TerminalSecretPrompt implements SecretPrompt {

	private final HostEnvironment host;

	private final Dialog dialog;

	public TerminalSecretPrompt(HostEnvironment host, Dialog dialog) {
		this.host = host;
		this.dialog = dialog;
	}

	@Override
	public Optional<Secret> ask(String question) {
		return this.host.interactive() ? Optional.of(this.dialog.askSecret(question)) : Optional.empty();
	}

}

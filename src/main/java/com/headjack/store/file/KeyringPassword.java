package com.headjack.store.file;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.secret.Secret;
import com.headjack.secret.SecretPrompt;
import com.headjack.store.StoreLockedException;
import com.headjack.store.WrongPasswordException;

/**
 * The password of the encrypted files, from the environment or from one prompt.
 */
final class KeyringPassword {

	static final String VARIABLE = "HEADJACK_KEYRING_PASSWORD";

	private final HostEnvironment host;

	private final SecretPrompt prompt;

	private @Nullable Secret password;

	KeyringPassword(HostEnvironment host, SecretPrompt prompt) {
		this.host = host;
		this.prompt = prompt;
	}

	/**
	 * Gets the password.
	 * @param first whether nothing is encrypted with it yet, so that a person has to
	 * confirm it
	 * @return the password; still owned by this object
	 * @throws StoreLockedException if there is no password and no person to ask
	 */
	synchronized Secret get(boolean first) {
		Secret known = this.password;
		if (known == null) {
			known = this.host.bytes(KnownVariable.HEADJACK_KEYRING_PASSWORD)
				.map(Secret::wiping)
				.orElseGet(() -> first ? choose() : ask());
			this.password = known;
		}
		return known;
	}

	/**
	 * Forgets the password because it is wrong.
	 */
	synchronized void forget() {
		Secret known = this.password;
		if (known != null) {
			known.close();
		}
		this.password = null;
	}

	private Secret choose() {
		try (Secret chosen = ask("New password for the encrypted files: ");
				Secret again = ask("The same password again: ")) {
			if (!chosen.equals(again)) {
				throw new WrongPasswordException("the two passwords differ", "run the command again");
			}
			return chosen.use(Secret::of);
		}
	}

	private Secret ask() {
		return ask("Password of the encrypted files: ");
	}

	private Secret ask(String question) {
		Optional<Secret> answer = this.prompt.ask(question).filter((secret) -> secret.size() > 0);
		return answer
			.orElseThrow(() -> new StoreLockedException("the encrypted files need a password", this.host.attended()
					? "set %s, or run hjk at a terminal to be asked for it".formatted(VARIABLE) : "set " + VARIABLE));
	}

}

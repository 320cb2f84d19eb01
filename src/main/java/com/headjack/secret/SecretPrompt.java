package com.headjack.secret;

import java.util.Optional;

/**
 * Asks a person for a secret.
 */
@FunctionalInterface
public interface SecretPrompt {

	/**
	 * Asks a question whose answer is not echoed.
	 * @param question the prompt, such as {@code "Password: "}
	 * @return the answer, to be closed by the caller, or empty if nobody is there to give
	 * one
	 */
	Optional<Secret> ask(String question);

}

package com.headjack.secret;

import java.util.Optional;

/**
 * Asks the user for a secret.
 */
@FunctionalInterface
public interface SecretPrompt {

	/**
	 * Asks a question without echoing the answer.
	 * @param question the prompt, such as {@code "Password: "}
	 * @return the answer, which the caller closes, or empty if there is nobody to ask
	 */
	Optional<Secret> ask(String question);

}

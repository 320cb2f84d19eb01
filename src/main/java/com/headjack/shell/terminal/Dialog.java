package com.headjack.shell.terminal;

import java.util.Locale;
import java.util.function.Supplier;

import com.headjack.secret.Secret;

/**
 * Asks questions at the terminal.
 */
public interface Dialog {

	/**
	 * Asks questions, between which nothing that is typed shows. What is typed before its
	 * question is asked is the answer to it.
	 * @param <T> the type of the result
	 * @param questions asks the questions
	 * @return the result of the questions
	 */
	<T> T withoutEcho(Supplier<T> questions);

	/**
	 * Asks a question with a short answer; a long one, which may be a secret in the wrong
	 * place, shows as asterisks.
	 * @return the answer, without surrounding white space
	 * @throws InterruptedByUserException if the person does not answer
	 */
	String ask(String question);

	/**
	 * Asks a question with the answers yes and no, and again while the answer is neither.
	 * @param question the question, without the answers
	 * @return whether the answer is yes; an empty one is no
	 * @throws InterruptedByUserException if the person does not answer
	 */
	default boolean agrees(String question) {
		String answer = ask(question + " (y/N) ").toLowerCase(Locale.ROOT);
		while (!answer.matches("y|yes|n|no|")) {
			answer = ask("That is neither yes nor no; answer y or n: ").toLowerCase(Locale.ROOT);
		}
		return answer.startsWith("y");
	}

	/**
	 * Asks a question without echoing the answer.
	 * @return the answer, to be closed by the caller
	 * @throws InterruptedByUserException if the person does not answer
	 */
	Secret askSecret(String question);

	/**
	 * Asks for text to be pasted, possibly several lines, without echoing it.
	 * @return the answer, to be closed by the caller
	 * @throws InterruptedByUserException if the person does not answer
	 */
	Secret askPasted(String question);

}

package com.headjack.shell.terminal;

import com.headjack.secret.Secret;

/**
 * Asks questions at the terminal.
 */
public interface Dialog {

	/**
	 * Asks a question.
	 * @return the answer, without surrounding white space
	 * @throws InterruptedByUserException if the person does not answer
	 */
	String ask(String question);

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

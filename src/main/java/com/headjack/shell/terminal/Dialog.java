package com.headjack.shell.terminal;

import com.headjack.secret.Secret;

/**
 * Asks the person at the terminal.
 */
public interface Dialog {

	/**
	 * Asks a question.
	 * @return the answer, without white space around it
	 * @throws InterruptedByUserException if the person does not answer
	 */
	String ask(String question);

	/**
	 * Asks a question whose answer is not echoed.
	 * @return the answer, to be closed by the caller
	 * @throws InterruptedByUserException if the person does not answer
	 */
	Secret askSecret(String question);

	/**
	 * Asks for something that is pasted, which may have several lines, and is not echoed.
	 * @return the answer, to be closed by the caller
	 * @throws InterruptedByUserException if the person does not answer
	 */
	Secret askPasted(String question);

}

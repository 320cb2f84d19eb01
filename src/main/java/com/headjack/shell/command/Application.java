package com.headjack.shell.command;

import com.headjack.shell.grammar.GlobalOptions;

/**
 * Makes what commands need. It starts when a command first asks for something.
 */
public interface Application {

	/**
	 * Chooses how it starts.
	 * @param options the options of the command line
	 */
	void configure(GlobalOptions options);

	/**
	 * Gets an object.
	 * @param <T> its type
	 * @param type its type
	 * @return the only object of the type
	 * @throws RuntimeException if the application cannot start or cannot make it
	 */
	<T> T get(Class<T> type);

	/**
	 * Stops it. The next call of {@link #get} starts it again, with the configuration of
	 * that time.
	 */
	void stop();

}

package com.headjack.shell.command;

import com.headjack.shell.grammar.GlobalOptions;

/**
 * Makes the objects that commands need. It starts when a command first asks for one.
 */
public interface Application {

	/**
	 * Sets the options to start with.
	 * @param options the global options of the command line
	 */
	void configure(GlobalOptions options);

	/**
	 * Gets an object.
	 * @param <T> its type
	 * @param type its type
	 * @return the only object of that type
	 * @throws RuntimeException if the application cannot start, or cannot make the object
	 */
	<T> T get(Class<T> type);

	/**
	 * Stops the application. The next call of {@link #get} starts it again, with the
	 * configuration as it is then.
	 */
	void stop();

}

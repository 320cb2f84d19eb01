package com.headjack.client;

/**
 * This process, its signals and the ways in which it can end.
 */
interface ClientProcess {

	/**
	 * Ends the process.
	 * @param code the exit code
	 */
	void end(int code);

	/**
	 * Ends the process in favour of one that runs the command without a resident.
	 */
	void alone();

	/**
	 * Hands all signals over from now on.
	 * @param service takes them
	 * @throws UnsupportedOperationException if the system has no such signals
	 */
	void passSignals(Service service);

}

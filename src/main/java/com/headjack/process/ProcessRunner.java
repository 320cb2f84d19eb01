package com.headjack.process;

/**
 * Runs programs on the host.
 */
@FunctionalInterface
public interface ProcessRunner {

	/**
	 * Runs a program without input and waits for its end.
	 * @param command what to run
	 * @return how it ended, whatever its exit code
	 * @throws ProgramNotFoundException if there is no such program
	 */
	CommandResult run(Command command);

}

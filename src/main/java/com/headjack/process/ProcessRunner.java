package com.headjack.process;

import com.headjack.host.HostEnvironment;

/**
 * Runs programs on the host.
 */
@FunctionalInterface
public interface ProcessRunner {

	/**
	 * Runs a program, with an empty stdin unless the command has another, and waits for
	 * it to exit.
	 * @param command the program
	 * @return the result, whatever the exit code
	 * @throws ProgramNotFoundException if the program is not installed
	 * @throws CommandDeadlineException if the program does not end in time
	 * @throws CommandInterruptedException if the thread is interrupted
	 */
	CommandResult run(Command command);

	/**
	 * Runs programs as children of this process.
	 * @param host the folder and the variables that they get
	 * @return the runner
	 */
	static ProcessRunner ofSystem(HostEnvironment host) {
		return new SystemProcessRunner(host);
	}

}

package com.headjack.session;

import com.headjack.instance.LaunchLog;

/**
 * A listener for the progress of starting and ending programs, and their instances.
 */
public interface ProgramLog extends LaunchLog {

	/**
	 * A program is about to be started.
	 * @param program the program
	 */
	default void startingProgram(Program program) {
	}

	/**
	 * A session is about to be ended.
	 * @param name its name
	 */
	default void endingSession(SessionName name) {
	}

	/**
	 * A variable of the image or the configuration was withheld from an agent: the agent
	 * would have used it instead of its login.
	 * @param variable its name
	 */
	default void variableLeftOut(String variable) {
	}

}

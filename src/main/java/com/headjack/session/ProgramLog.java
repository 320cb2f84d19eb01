package com.headjack.session;

import com.headjack.instance.LaunchLog;

/**
 * Is told what happens while a program is started or ended, and its instance before that.
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
	 * A variable of the image or the configuration was kept from an agent, which would
	 * have preferred it to its login.
	 * @param variable its name
	 */
	default void variableLeftOut(String variable) {
	}

}

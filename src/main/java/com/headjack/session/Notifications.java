package com.headjack.session;

/**
 * The notifications of a program that reach the user's terminal.
 */
public enum Notifications {

	/**
	 * None.
	 */
	NONE,

	/**
	 * The bell, which has no text.
	 */
	BELL,

	/**
	 * The bell, and messages with a text of the program's.
	 */
	ALL

}

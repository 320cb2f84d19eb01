package com.headjack.screen;

/**
 * Receives events about rows that the screen no longer shows.
 */
interface ScreenLog {

	/**
	 * The program asked to erase the scrollback.
	 */
	void historyErased();

	/**
	 * The program left the alternate screen without having entered it.
	 */
	void alternateLeft();

}

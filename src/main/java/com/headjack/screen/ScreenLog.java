package com.headjack.screen;

/**
 * Is told what happened to what a screen no longer shows.
 */
interface ScreenLog {

	/**
	 * A program wants to have forgotten what scrolled off.
	 */
	void historyErased();

	/**
	 * A program has left the alternate screen without having gone there.
	 */
	void alternateLeft();

}

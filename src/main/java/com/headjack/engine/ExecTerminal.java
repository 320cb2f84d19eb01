package com.headjack.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * The terminal that a program in a container is shown at.
 */
public interface ExecTerminal {

	/**
	 * What is typed, as it is typed.
	 * @return the keys, byte for byte; they end when the terminal is gone
	 */
	InputStream input();

	/**
	 * Where the program draws.
	 * @return the screen
	 */
	OutputStream output();

	/**
	 * What kind of terminal it is.
	 * @return its name in the terminal database, as {@code TERM} gives it
	 */
	String type();

	/**
	 * Whether it shows colours of 24 bits.
	 * @return whether it does
	 */
	boolean trueColor();

	/**
	 * How large the terminal is.
	 * @return its size now
	 */
	TerminalSize size();

	/**
	 * Has changes of the size told.
	 * @param listener is told every new size, on a thread of the terminal's
	 */
	void onResize(Consumer<TerminalSize> listener);

}

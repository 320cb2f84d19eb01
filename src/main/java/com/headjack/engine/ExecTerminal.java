package com.headjack.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * The terminal for a program in a container.
 */
public interface ExecTerminal {

	/**
	 * The keys, as they are typed.
	 * @return the typed bytes, up to the end of the terminal
	 */
	InputStream input();

	/**
	 * The screen that the program draws on.
	 * @return the screen
	 */
	OutputStream output();

	/**
	 * Writes a control sequence that does not come from the program at the terminal. It
	 * goes between two sequences of the program's, if the terminal accepts it at all.
	 * @param sequence the complete sequence
	 */
	default void signal(byte[] sequence) {
	}

	/**
	 * The type of the terminal.
	 * @return its name in the terminal database, as {@code TERM} gives it
	 */
	String type();

	/**
	 * Whether it shows 24-bit colors.
	 * @return whether it does
	 */
	boolean trueColor();

	/**
	 * The current size of the terminal.
	 * @return its size
	 */
	TerminalSize size();

	/**
	 * Sets the listener for changes of size.
	 * @param listener receives every new size, on one of the terminal's threads
	 */
	void onResize(Consumer<TerminalSize> listener);

}

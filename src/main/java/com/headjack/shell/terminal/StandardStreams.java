package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder.SystemOutput;

import com.headjack.host.Termination;

/**
 * The standard streams of the user who runs a command, and the terminal behind them:
 * those of this process, or those of a client that is another process.
 */
public interface StandardStreams {

	/**
	 * The streams of this process.
	 * @return the streams
	 */
	static StandardStreams ofProcess() {
		return new ProcessStreams();
	}

	/**
	 * Returns stdin. Nothing is read ahead.
	 * @return the stream, whose reads give nothing at a terminal's time-out and may go on
	 */
	InputStream input();

	/**
	 * Returns stdout. What is written is on its way; to flush the stream is to wait until
	 * it has arrived. A failure is told by one of the two.
	 * @return the stream
	 */
	OutputStream output();

	/**
	 * Returns stderr, which is like stdout.
	 * @return the stream
	 */
	OutputStream errors();

	/**
	 * Opens the terminal.
	 * @param output the stream to draw on
	 * @return the terminal, to be closed; a dumb one if there is none
	 * @throws IOException if it cannot be opened
	 */
	Terminal terminal(SystemOutput output) throws IOException;

	/**
	 * Runs a program that has the terminal for itself, and waits for it to exit.
	 * @param words the program and its arguments
	 * @return its exit code
	 * @throws IOException if it cannot be started
	 * @throws InterruptedException if the thread is interrupted
	 */
	int run(List<String> words) throws IOException, InterruptedException;

	/**
	 * Runs a program of the system that asks or changes the terminal on its stdin.
	 * @param words the program and its arguments
	 * @return what it printed, or an empty text if it cannot be run, or takes too long
	 */
	String ask(List<String> words);

	/**
	 * Returns the terminal's size as {@code stty size} prints it.
	 * @return rows and columns, or an empty text if there is no terminal
	 */
	String size();

	/**
	 * Takes a signal, which no longer terminates the command.
	 * @param signal its name, such as {@code INT}
	 * @param handler is told
	 * @return the registration; the signal has its effect again when it is closed
	 */
	Termination.Registration on(String signal, Runnable handler);

	/**
	 * Registers what is to be done at the terminal if the command is terminated, after
	 * the terminal itself has restored its modes.
	 * @param words does it
	 * @return the registration, to be closed when there is nothing to do any more
	 */
	Termination.Registration lastWords(Runnable words);

}

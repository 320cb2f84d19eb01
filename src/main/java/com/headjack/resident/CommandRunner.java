package com.headjack.resident;

import java.util.List;

import com.headjack.host.HostEnvironment;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

/**
 * Runs the commands of the command line.
 */
@FunctionalInterface
public interface CommandRunner {

	/**
	 * Runs a command.
	 * @param words the command, without the program's name
	 * @param host the user's machine at this moment
	 * @param console the user's terminal
	 * @param output what the command prints to
	 * @return the exit code
	 */
	int run(List<String> words, HostEnvironment host, Console console, Output output);

}

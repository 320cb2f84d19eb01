package com.headjack;

import java.util.List;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;

import com.headjack.host.HostEnvironment;
import com.headjack.shell.CommandLine;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

/**
 * Runs coding agents in containers, with the user's credentials.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
public class HeadjackApplication {

	/**
	 * Tells the launcher to run the command again, with the cache of the application. Any
	 * exit code of a command that stands alone would be taken for its own.
	 */
	private static final int NEEDS_APPLICATION = 75;

	/**
	 * Is set by the launcher where Java has the small cache.
	 */
	private static final boolean ALONE = Boolean.getBoolean("headjack.alone");

	/**
	 * Runs one command and ends the process with its exit code.
	 * @param args the command
	 */
	public static void main(String[] args) {
		end(run(List.of(args)));
	}

	/**
	 * Ends the process. {@link System#exit} would search all libraries for a logger; but
	 * a process that is being ended by a signal has shutdown hooks to wait for.
	 */
	private static void end(int code) {
		try {
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
			}));
			Runtime.getRuntime().halt(code);
		}
		catch (IllegalStateException _) {
			System.exit(code);
		}
	}

	/**
	 * Runs one command.
	 * @param argv the command
	 * @return its exit code
	 */
	public static int run(List<String> argv) {
		Console console = new Console();
		Output output = Output.of(System.out, System.err);
		HostEnvironment host = HostEnvironment.current();
		try (SpringBackedApplication application = new SpringBackedApplication(host, console, output)) {
			CommandLine line = CommandLine.of(application, host, console, output);
			return (ALONE && !line.standsAlone(argv)) ? NEEDS_APPLICATION : line.run(argv);
		}
	}

}

package com.headjack;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;

import com.headjack.host.HostEnvironment;
import com.headjack.host.ProgramArguments;
import com.headjack.resident.ClosedProcess;
import com.headjack.resident.Resident;
import com.headjack.resident.ResidentControl;
import com.headjack.shell.CommandLine;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;
import com.headjack.shell.terminal.TerminalModes;

/**
 * Runs coding agents in containers, with the user's credentials.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
public class HeadjackApplication {

	/**
	 * The exit code that tells the launcher to run the command again, with the cache of
	 * the application. The launcher takes every other code for the command's own.
	 */
	private static final int NEEDS_APPLICATION = 75;

	private static final List<String> SERVE = List.of("resident", "serve");

	/**
	 * Whether Java runs with the small cache; set by the launcher.
	 */
	private static final boolean ALONE = Boolean.getBoolean("headjack.alone");

	/**
	 * Runs one command and ends the process with its exit code.
	 * @param args the command
	 */
	public static void main(String[] args) {
		// Neither a number nor a machine format depends on the user's language.
		Locale.setDefault(Locale.ROOT);
		end(run(List.of(args)));
	}

	/**
	 * Ends the process. {@link System#exit} would search all libraries for a logger, so
	 * it is called only if a signal is already ending the process: then shutdown hooks
	 * are running and must finish.
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
	 * @param arguments the command, as Java decoded it
	 * @return the exit code
	 */
	public static int run(List<String> arguments) {
		if (arguments.equals(SERVE)) {
			return serve(HostEnvironment.current());
		}
		StandardStreams streams = StandardStreams.ofProcess();
		try (TerminalModes modes = TerminalModes.ofLauncher(streams, System.getProperty("headjack.modes", ""))) {
			HostEnvironment host = HostEnvironment.current();
			Output output = Output.of(streams, host);
			System.setErr(output.log());
			int code = run(ProgramArguments.of(arguments).words(), host, new Console(streams, modes), output);
			if (!ALONE && arguments.stream().limit(1).noneMatch(SERVE.getFirst()::equals)) {
				new ResidentControl(host, System.getProperty("headjack.home", "")).startIfWanted();
			}
			return code;
		}
	}

	private static int serve(HostEnvironment host) {
		ClosedProcess.close();
		return Resident.serve(host, System.getProperty("headjack.home", ""), HeadjackApplication::run) ? 0 : 1;
	}

	private static int run(List<String> argv, HostEnvironment host, Console console, Output output) {
		try (SpringBackedApplication application = new SpringBackedApplication(host, console, output)) {
			CommandLine line = CommandLine.of(application, host, console, output);
			return (ALONE && !line.standsAlone(argv)) ? NEEDS_APPLICATION : line.run(argv);
		}
	}

}

package com.headjack;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

import com.headjack.shell.ArgvRunner;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.StartFailure;

/**
 * Runs coding agents in containers, with the user's credentials.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
public class HeadjackApplication {

	/**
	 * Runs one command and ends the process with its exit code.
	 * @param args the command
	 */
	public static void main(String[] args) {
		System.exit(run(List.of(args)));
	}

	/**
	 * Runs one command.
	 * @param argv the command's words
	 * @return its exit code
	 */
	public static int run(List<String> argv) {
		Console console = new Console();
		int code = run(argv, console);
		while (code == ArgvRunner.AGAIN) {
			code = run(argv, console);
		}
		return code;
	}

	private static int run(List<String> argv, Console console) {
		GlobalOptions options = GlobalOptions.of(argv);
		try (ConfigurableApplicationContext context = ApplicationStart.of(options, console).run()) {
			return context.getBean(ArgvRunner.class).run(argv);
		}
		catch (SpringApplication.AbandonedRunException ex) {
			// Thrown at the build, which wants the beans and not a run.
			throw ex;
		}
		catch (RuntimeException ex) {
			return StartFailure.print(ex, options.debug());
		}
	}

}

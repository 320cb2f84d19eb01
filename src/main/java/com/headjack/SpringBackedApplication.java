package com.headjack;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

import com.headjack.host.HostEnvironment;
import com.headjack.shell.command.Application;
import com.headjack.shell.grammar.GlobalOptions;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

/**
 * An application that starts Spring when the first object is requested.
 */
final class SpringBackedApplication implements Application, AutoCloseable {

	private final HostEnvironment host;

	private final Console console;

	private final Output output;

	private GlobalOptions options = GlobalOptions.NONE;

	private @Nullable ConfigurableApplicationContext context;

	SpringBackedApplication(HostEnvironment host, Console console, Output output) {
		this.host = host;
		this.console = console;
		this.output = output;
	}

	@Override
	public void configure(GlobalOptions options) {
		this.options = options;
	}

	@Override
	public <T> T get(Class<T> type) {
		if (this.context == null) {
			this.context = new ApplicationStart(this.options, this.host, this.console, this.output).run();
		}
		return this.context.getBean(type);
	}

	@Override
	public void stop() {
		ConfigurableApplicationContext stopped = this.context;
		this.context = null;
		if (stopped != null) {
			close(stopped);
		}
	}

	/**
	 * Closes a context on a thread that nobody interrupts: on an interrupted one Spring
	 * closes nothing, and connections stay open.
	 */
	private static void close(ConfigurableApplicationContext context) {
		Thread closing = Thread.ofPlatform().name("closing").start(context::close);
		boolean interrupted = false;
		while (closing.isAlive()) {
			try {
				closing.join();
			}
			catch (InterruptedException _) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		stop();
	}

}

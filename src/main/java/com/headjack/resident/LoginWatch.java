package com.headjack.resident;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
import com.headjack.host.Termination;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;

/**
 * Takes back logins that agents renew, for the user of the last command, while this
 * process lives. It has none of the variables that may hold a secret, and asks nobody.
 */
final class LoginWatch {

	private static final List<String> COMMAND = List.of("auth", "sync", "--watch");

	/**
	 * How long a user of several commands in a row is waited for, in milliseconds.
	 */
	private static final long QUIET = 2000;

	private final long quiet;

	private final CommandRunner runner;

	private final ClientErrors errors;

	private @Nullable HostEnvironment next;

	LoginWatch(CommandRunner runner, ClientErrors errors) {
		this(runner, errors, QUIET);
	}

	LoginWatch(CommandRunner runner, ClientErrors errors, long quiet) {
		this.quiet = quiet;
		this.runner = runner;
		this.errors = errors;
	}

	/**
	 * Goes on with what the last command may have changed.
	 */
	synchronized void follow(HostEnvironment host) {
		this.next = host.withoutSecrets();
		notifyAll();
	}

	void start() {
		Thread.ofPlatform().daemon().name("logins").start(() -> {
			try {
				while (true) {
					watch(await());
				}
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private synchronized HostEnvironment await() throws InterruptedException {
		HostEnvironment host = null;
		while (host == null || this.next != null) {
			if (this.next == null) {
				wait();
			}
			else {
				host = this.next;
				this.next = null;
				wait(this.quiet);
			}
		}
		return host;
	}

	/**
	 * Runs the command until there is something new.
	 */
	private void watch(HostEnvironment host) throws InterruptedException {
		Termination termination = new Termination();
		Thread command = Thread.ofPlatform()
			.daemon()
			.name("login-watch")
			.start(() -> termination.during(() -> host.unattended(() -> run(host))));
		awaitNext();
		command.interrupt();
		command.join();
		termination.run();
	}

	private int run(HostEnvironment host) {
		StandardStreams streams = new NoStreams();
		Output output = Output.of(streams, host);
		this.errors.set(output.log());
		return this.runner.run(COMMAND, host, new Console(streams), output);
	}

	private synchronized void awaitNext() throws InterruptedException {
		while (this.next == null) {
			wait();
		}
	}

}

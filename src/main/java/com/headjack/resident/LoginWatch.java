package com.headjack.resident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
	 * The beginnings of the variables that tell where things are.
	 */
	private static final Set<String> PLACES = Set.of("HOME", "PATH", "XDG_", "DOCKER_", "CONTAINER_HOST", "DBUS_",
			"HEADJACK_", "VAULT_ADDR", "VAULT_NAMESPACE", "VAULT_CACERT", "VAULT_AUTH_MOUNT", "VAULT_ROLE",
			"VAULT_JWT_FILE");

	/**
	 * The beginnings of those among them that may hold a secret.
	 */
	private static final Set<String> SECRETS = Set.of("HEADJACK_KEYRING_PASSWORD", "HEADJACK_AGENTS_", "VAULT_ROLE_ID");

	/**
	 * How long a user of several commands in a row is waited for, in milliseconds.
	 */
	private static final long QUIET = 2000;

	private final CommandRunner runner;

	private final ClientErrors errors;

	private @Nullable HostEnvironment next;

	LoginWatch(CommandRunner runner, ClientErrors errors) {
		this.runner = runner;
		this.errors = errors;
	}

	/**
	 * Goes on with what the last command may have changed.
	 */
	synchronized void follow(HostEnvironment host) {
		this.next = plain(host);
		notifyAll();
	}

	private static HostEnvironment plain(HostEnvironment host) {
		Map<String, String> variables = host.variables()
			.entrySet()
			.stream()
			.filter((variable) -> isPlain(variable.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new HostEnvironment(host.operatingSystem(), host.home(), host.home(), variables, Set.of());
	}

	private static boolean isPlain(String name) {
		return PLACES.stream().anyMatch(name::startsWith) && SECRETS.stream().noneMatch(name::startsWith);
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
				wait(QUIET);
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

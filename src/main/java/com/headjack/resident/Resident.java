package com.headjack.resident;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.Optional;

import com.headjack.host.HostEnvironment;
import com.headjack.host.Termination;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * The resident process: it listens on a socket of the user's own, and runs the commands
 * of clients, each by itself, with the world that its client sees.
 */
public final class Resident {

	private final CommandRunner runner;

	private final ResidentLog log;

	private final Installation installation;

	private final ClientErrors errors;

	private final ResidentLife life;

	private final LoginWatch logins;

	private Resident(CommandRunner runner, ResidentLog log, Installation installation, ResidentLife life) {
		this.runner = runner;
		this.log = log;
		this.installation = installation;
		this.errors = new ClientErrors(log.stream());
		this.life = life;
		this.logins = new LoginWatch(this::run, this.errors);
	}

	/**
	 * Listens until there is no need for the process any more.
	 * @param host the machine
	 * @param home the folder that hjk was started from, as the launcher tells it
	 * @param runner runs the commands
	 * @return whether the process was needed: there may be another already, or no private
	 * folder for the socket
	 */
	public static boolean serve(HostEnvironment host, String home, CommandRunner runner) {
		ResidentLog log = ResidentLog.of(host);
		Optional<RuntimeFolder> folder = RuntimeFolder.of(host);
		Optional<Installation> installation = Installation.in(home);
		if (folder.isEmpty() || installation.isEmpty()) {
			return false;
		}
		try {
			return serve(folder.get(), installation.get(), ResidentSettings.of(host), log, runner);
		}
		catch (IOException ex) {
			log.say("ended: " + ex.getMessage());
			return false;
		}
	}

	private static boolean serve(RuntimeFolder folder, Installation installation, ResidentSettings settings,
			ResidentLog log, CommandRunner runner) throws IOException {
		folder.create();
		ResidentLock lock = folder.lock(installation.build());
		try (FileChannel locked = lock.take()) {
			if (locked == null) {
				return false;
			}
			Path socket = folder.socket(installation.build());
			Files.deleteIfExists(socket);
			try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
				server.bind(UnixDomainSocketAddress.of(socket), 128);
				ResidentLife life = new ResidentLife(server, socket, installation, settings.idle(), log);
				new Resident(runner, log, installation, life).live(server, () -> lock.release(locked));
			}
			return true;
		}
	}

	/**
	 * Tells a client that this process is alive, before anything that may take time.
	 */
	private static void greet(SocketChannel client) {
		try {
			new FrameChannel(client).send(Frame.of(FrameKind.ALIVE));
		}
		catch (IOException _) {
			// The client is gone, which its reception finds.
		}
	}

	/**
	 * Has Java forget the addresses of hosts at once: each command asks the system anew.
	 */
	private static void askForAddressesAnew() {
		Security.setProperty("networkaddress.cache.ttl", "0");
		Security.setProperty("networkaddress.cache.negative.ttl", "0");
	}

	/**
	 * Listens, and then runs the commands to their ends, while another process may listen
	 * already: a session may be open for days.
	 */
	private void live(ServerSocketChannel server, Closeable listening) throws IOException {
		System.setErr(new PrintStream(this.errors, true, StandardCharsets.UTF_8));
		Thread.setDefaultUncaughtExceptionHandler((_, failure) -> this.life.failed(failure));
		this.log.say("started");
		try (Termination.Registration _ = Termination.hook(this.life::terminate)) {
			askForAddressesAnew();
			this.life.watch();
			this.logins.start();
			listen(server);
			listening.close();
			this.life.await();
		}
		finally {
			this.life.deleteSocket();
			this.log.say("ended");
		}
	}

	private void listen(ServerSocketChannel server) {
		try {
			while (true) {
				receive(server.accept());
			}
		}
		catch (IOException ex) {
			// Without effect if the life is over, and that is the reason.
			this.life.end("it cannot accept: " + ex.getMessage());
		}
	}

	private void receive(SocketChannel client) throws IOException {
		Reception reception = new Reception(client, this.installation, this::run, this.errors, this.life, this.logins);
		try {
			greet(client);
			Thread.ofPlatform().daemon().name("client").start(reception);
		}
		catch (OutOfMemoryError ex) {
			// The system gives no thread. The client runs its command by itself.
			client.close();
			this.life.failed(ex);
		}
	}

	/**
	 * Runs a command. If the memory is not enough for it, this process is in an unknown
	 * state.
	 */
	private int run(List<String> words, HostEnvironment host, Console console, Output output) {
		try {
			return this.runner.run(words, host, console, output);
		}
		catch (VirtualMachineError ex) {
			this.life.failed(ex);
			throw ex;
		}
	}

}

package com.headjack.store.libsecret;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.store.Deadline;
import com.headjack.store.SecretStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session bus of its own, with a keyring program or without; no program on it has a
 * screen.
 */
final class TestBus implements AutoCloseable {

	private static final String CONFIGURATION = """
			<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
			 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
			<busconfig>
			  <type>session</type>
			  <listen>unix:path=SOCKET</listen>
			  <listen>unix:abstract=SOCKET</listen>
			  <auth>EXTERNAL</auth>
			  <policy context="default">
			    <allow send_destination="*" eavesdrop="true"/>
			    <allow eavesdrop="true"/>
			    <allow own="*"/>
			  </policy>
			</busconfig>
			""";

	private final Path folder;

	private final List<Process> processes = new ArrayList<>();

	private TestBus(Path folder) {
		this.folder = folder;
	}

	static TestBus start() throws IOException {
		TestBus bus = new TestBus(Files.createTempDirectory("hjk-bus"));
		Files.createDirectory(bus.folder.resolve("home"));
		Path configuration = bus.folder.resolve("bus.conf");
		Files.writeString(configuration, CONFIGURATION.replace("SOCKET", bus.socket().toString()));
		bus.run("dbus-daemon", "--nofork", "--config-file=" + configuration);
		await(bus::listens);
		return bus;
	}

	private boolean listens() {
		try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
			return channel.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * A bus without a keyring program.
	 */
	static TestBus empty() {
		return with((bus) -> {
		});
	}

	/**
	 * A bus with gnome-keyring, whose default collection is unlocked.
	 */
	static TestBus withKeyring() {
		return with((bus) -> bus.startKeyring("FAKE-password"));
	}

	/**
	 * A bus with a keyring program.
	 * @param program starts it
	 */
	static TestBus with(KeyringProgram program) {
		try {
			TestBus bus = start();
			try {
				program.start(bus);
				return bus;
			}
			catch (IOException | RuntimeException | AssertionError ex) {
				bus.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts gnome-keyring.
	 * @param password unlocks the default collection, or creates it; blank for neither
	 */
	void startKeyring(String password) throws IOException {
		Process keyring = password.isEmpty()
				? run("gnome-keyring-daemon", "--foreground", "--components=secrets",
						"--control-directory=" + control())
				: run("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
						"--control-directory=" + control());
		try (OutputStream input = keyring.getOutputStream()) {
			input.write(password.getBytes(StandardCharsets.UTF_8));
		}
		awaitKeyring();
	}

	/**
	 * Waits until a keyring program is on the bus.
	 */
	void awaitKeyring() {
		await(() -> call(BusCall.ofBus("NameHasOwner", "s", "org.freedesktop.secrets")).flag(0));
	}

	private Path control() {
		return this.folder.resolve("control");
	}

	private Path socket() {
		return this.folder.resolve("bus");
	}

	String address() {
		return "unix:path=" + socket();
	}

	/**
	 * Its other address, which is no file.
	 */
	String abstractAddress() {
		return "unix:abstract=" + socket();
	}

	Path home() {
		return this.folder.resolve("home");
	}

	/**
	 * Calls a program on the bus.
	 */
	Reply call(BusCall call) {
		try (BusConnection connection = BusConnection.to(address())) {
			connection.connect();
			return connection.call(call);
		}
	}

	SecretStore store() {
		return patient(address(), Duration.ofSeconds(5));
	}

	/**
	 * A store that waits long for programs, and for a person no longer than it is told.
	 */
	static SecretStore patient(String address, Duration prompt) {
		Deadline patience = new Deadline(Duration.ofSeconds(60));
		return new SecretServiceStore(host(address), new Waits(patience, patience, prompt, false));
	}

	/**
	 * The machine of somebody who is on the bus.
	 */
	HostEnvironment host() {
		return host(address());
	}

	static SecretStore store(String address, Duration call) {
		return new SecretServiceStore(host(address), new Waits(Deadline.PROBE, new Deadline(call), call, false));
	}

	private static HostEnvironment host(String address) {
		return host(Map.of("DBUS_SESSION_BUS_ADDRESS", address));
	}

	static HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, Path.of("/nowhere"), Path.of("/nowhere"), variables,
				Set.of());
	}

	/**
	 * How many connections were made so far, that of who asks included.
	 */
	long connections() throws IOException {
		String names = output("dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus",
				"/org/freedesktop/DBus", "org.freedesktop.DBus.ListNames");
		return Pattern.compile(":1\\.(\\d+)")
			.matcher(names)
			.results()
			.mapToLong((name) -> Long.parseLong(name.group(1)))
			.max()
			.orElseThrow();
	}

	/**
	 * Sends the keyring program a signal.
	 */
	void signalProvider(String signal) throws IOException {
		output("kill", "-" + signal, String.valueOf(provider().pid()));
	}

	void killProvider() throws IOException {
		signalProvider("KILL");
		provider().onExit().join();
	}

	/**
	 * Whether the keyring program has ended, or does so in this second.
	 */
	boolean providerEnded() throws InterruptedException {
		return provider().waitFor(1, TimeUnit.SECONDS);
	}

	private Process provider() {
		return this.processes.getLast();
	}

	Process run(String... command) throws IOException {
		Process process = builder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		this.processes.add(process);
		return process;
	}

	/**
	 * Runs a program to its end.
	 * @return what it printed
	 */
	String output(String... command) throws IOException {
		return outputGiven("", command);
	}

	String outputGiven(String input, String... command) throws IOException {
		Process process = builder(command).redirectErrorStream(true).start();
		try (OutputStream stream = process.getOutputStream()) {
			stream.write(input.getBytes(StandardCharsets.UTF_8));
		}
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private ProcessBuilder builder(String... command) {
		ProcessBuilder builder = new ProcessBuilder(command);
		Map<String, String> environment = new HashMap<>(Map.of("HOME", home().toString(), "TMPDIR", home().toString(),
				"XDG_RUNTIME_DIR", this.folder.toString(), "DBUS_SESSION_BUS_ADDRESS", address(), "PATH",
				System.getenv("PATH"), "LC_ALL", "C.UTF-8", "QT_QPA_PLATFORM", "offscreen"));
		builder.environment().clear();
		builder.environment().putAll(environment);
		return builder;
	}

	static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			LockSupport.parkNanos(5_000_000);
		}
	}

	@Override
	public void close() throws IOException {
		for (Process process : this.processes.reversed()) {
			process.destroyForcibly().onExit().join();
		}
		try (var paths = Files.walk(this.folder)) {
			for (Path path : paths.toList().reversed()) {
				Files.deleteIfExists(path);
			}
		}
	}

	/**
	 * A keyring program.
	 */
	interface KeyringProgram {

		void start(TestBus bus) throws IOException;

	}

}

package com.headjack.resident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.host.OperatingSystem;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Peer;

/**
 * Starts, asks and stops the resident process of this user and version.
 */
public final class ResidentControl {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final long LOOK = 20;

	/**
	 * How long a process may take to answer a question about itself.
	 */
	private static final Duration ANSWER = Duration.ofSeconds(5);

	/**
	 * The variables that the process starts with. A client sends its own with each
	 * command, and the process keeps none of them.
	 */
	private static final List<String> VARIABLES = List.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR",
			"XDG_RUNTIME_DIR", "XDG_STATE_HOME", "HJK_JAVA_HOME", "JAVA_HOME");

	private static final List<Path> MARKS_OF_CONTAINERS = List.of(Path.of("/.dockerenv"),
			Path.of("/run/.containerenv"));

	private final HostEnvironment host;

	private final Optional<Installation> installation;

	private final Optional<RuntimeFolder> folder;

	/**
	 * Creates the control.
	 * @param host the machine
	 * @param home the folder that hjk was started from, as the launcher tells it; empty
	 * if there was no launcher
	 */
	public ResidentControl(HostEnvironment host, String home) {
		this.host = host;
		this.installation = Installation.in(home);
		this.folder = RuntimeFolder.of(host);
	}

	/**
	 * Why no resident process is used.
	 * @return the reason, as the end of a sentence, or empty if one is
	 */
	public Optional<String> obstacle() {
		ResidentSettings settings = ResidentSettings.of(this.host);
		if (settings.off()) {
			return Optional.of("it is switched off");
		}
		if (this.host.operatingSystem() != OperatingSystem.LINUX || this.installation.isEmpty()) {
			return Optional.of("it works only on Linux, with hjk installed");
		}
		if (this.folder.isEmpty()) {
			return Optional.of("XDG_RUNTIME_DIR names no folder of yours alone");
		}
		if (folder().foreign()) {
			return Optional.of(folder().path() + " is no folder of yours alone");
		}
		return settings.forced() ? Optional.empty() : ofLittleUse();
	}

	private Optional<String> ofLittleUse() {
		if (this.host.variable(KnownVariable.CI).filter("true"::equals).isPresent()) {
			return Optional.of("CI is set");
		}
		return MARKS_OF_CONTAINERS.stream().anyMatch(Files::exists) ? Optional.of("this is a container")
				: Optional.empty();
	}

	/**
	 * Starts the process in the background if it is wanted and not there. A failure stays
	 * without effect but for its log: commands run without it.
	 */
	public void startIfWanted() {
		try {
			if (this.folder.isPresent() && this.installation.isPresent() && lock().rested() && !lock().held()
					&& obstacle().isEmpty()) {
				start();
			}
		}
		catch (IOException | UncheckedIOException | HeadjackException _) {
			// The next command tries again.
		}
	}

	/**
	 * Whether the next command does not start the process, since one started just before
	 * and did not end as it should.
	 * @return whether it does not
	 */
	public boolean rests() {
		try {
			return this.folder.isPresent() && this.installation.isPresent() && !lock().rested();
		}
		catch (IOException _) {
			return false;
		}
	}

	private void start() throws IOException {
		folder().create();
		lock().touch();
		ProcessBuilder process = new ProcessBuilder("setsid", installed().launcher().toString(), "resident", "serve");
		process.environment().keySet().retainAll(VARIABLES);
		process.directory(Path.of("/").toFile());
		process.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
		process.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	/**
	 * Asks the process how it is.
	 * @return names with values, or empty if there is none
	 * @throws HeadjackException if it does not answer
	 */
	public Optional<Map<String, String>> status() {
		return ask(FrameKind.STATUS);
	}

	/**
	 * Stops the process when the commands that it runs are done.
	 * @return how many these are, or empty if there is no such process
	 * @throws HeadjackException if it does not answer
	 */
	public OptionalInt stop() {
		return ask(FrameKind.STOP).map((told) -> OptionalInt.of(Integer.parseInt(told.getOrDefault("running", "0"))))
			.orElseGet(OptionalInt::empty);
	}

	/**
	 * Starts the process and waits for it.
	 * @return whether it is there
	 * @throws HeadjackException if there is one that does not answer, or still runs
	 * commands, or it cannot be started
	 */
	public boolean restart() {
		stop();
		try {
			if (await(() -> !lock().held())) {
				start();
				return await(() -> status().isPresent());
			}
			throw new HeadjackException(FailureKind.UNAVAILABLE, "the resident process still runs commands",
					"wait until they are done; hjk works without it");
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "the resident process cannot start: " + reason(ex),
					"repair " + folder().path() + "; hjk works without it", ex);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String reason(IOException failure) {
		return Objects.requireNonNullElse(failure.getMessage(), "the folder cannot be used");
	}

	/**
	 * Returns the log of the process.
	 * @return its path
	 */
	public Path log() {
		return ResidentLog.of(this.host).path();
	}

	private static boolean await(Condition condition) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		boolean met = condition.met();
		while (!met && System.nanoTime() - begin < PATIENCE.toNanos()) {
			Thread.sleep(LOOK);
			met = condition.met();
		}
		return met;
	}

	private Optional<Map<String, String>> ask(FrameKind question) {
		if (this.folder.isEmpty() || this.installation.isEmpty()) {
			return Optional.empty();
		}
		FutureTask<Optional<Map<String, String>>> answer = new FutureTask<>(() -> answer(question));
		Thread.ofPlatform().daemon().start(answer);
		try {
			return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException _) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "the resident process does not answer",
					lock().pid().map((pid) -> "end it by 'kill -KILL " + pid + "'; ").orElse("")
							+ "hjk works without it");
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private Optional<Map<String, String>> answer(FrameKind question) {
		try (SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			connection.connect(UnixDomainSocketAddress.of(socket()));
			if (!Peer.isUser(connection)) {
				return Optional.empty();
			}
			FrameChannel channel = new FrameChannel(connection);
			channel.send(Frame.of(question));
			Frame first = channel.receive();
			Frame answer = (first.kind() == FrameKind.ALIVE) ? channel.receive() : first;
			return (answer.kind() == FrameKind.TOLD) ? Optional.of(answer.content().entries()) : Optional.empty();
		}
		catch (IOException | BufferUnderflowException _) {
			return Optional.empty();
		}
	}

	private ResidentLock lock() {
		return folder().lock(installed().build());
	}

	private Path socket() {
		return folder().socket(installed().build());
	}

	private Installation installed() {
		return this.installation.orElseThrow();
	}

	private RuntimeFolder folder() {
		return this.folder.orElseThrow();
	}

	/**
	 * Something to wait for.
	 */
	@FunctionalInterface
	private interface Condition {

		boolean met() throws IOException;

	}

}

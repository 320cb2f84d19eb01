package com.headjack.resident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
	 * A process that could not start is not started again for so long.
	 */
	private static final Duration PAUSE = Duration.ofMinutes(1);

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
			if (this.folder.isPresent() && this.installation.isPresent() && !Files.exists(socket())
					&& obstacle().isEmpty() && rested()) {
				start();
			}
		}
		catch (IOException | UncheckedIOException | HeadjackException _) {
			// The next command tries again.
		}
	}

	/**
	 * Whether no start has been tried just before.
	 */
	private boolean rested() throws IOException {
		Path lock = folder().lock(installed().build());
		if (!Files.exists(lock)) {
			return true;
		}
		Instant tried = Files.getLastModifiedTime(lock).toInstant();
		return Duration.between(tried, Instant.now()).abs().compareTo(PAUSE) > 0;
	}

	private void start() throws IOException {
		folder().create();
		Path lock = folder().lock(installed().build());
		if (Files.exists(lock)) {
			Files.setLastModifiedTime(lock, FileTime.from(Instant.now()));
		}
		ProcessBuilder process = new ProcessBuilder("setsid", installed().launcher().toString(), "resident", "serve");
		process.environment().keySet().retainAll(VARIABLES);
		process.directory(Path.of("/").toFile());
		process.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
		process.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	/**
	 * Asks the process how it is.
	 * @return names with values, or empty if there is none
	 */
	public Optional<Map<String, String>> status() {
		return ask(FrameKind.STATUS);
	}

	/**
	 * Stops the process when the commands that it runs are done.
	 * @return whether there was one
	 */
	public boolean stop() {
		return ask(FrameKind.STOP).isPresent();
	}

	/**
	 * Starts the process and waits for it.
	 * @return whether it is there
	 * @throws UncheckedIOException if it cannot be started
	 */
	public boolean restart() {
		stop();
		try {
			long end = System.nanoTime() + PATIENCE.toNanos();
			while (Files.exists(socket()) && System.nanoTime() < end) {
				Thread.sleep(LOOK);
			}
			start();
			while (status().isEmpty() && System.nanoTime() < end) {
				Thread.sleep(LOOK);
			}
			return status().isPresent();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Optional<Map<String, String>> ask(FrameKind question) {
		if (this.folder.isEmpty() || this.installation.isEmpty()) {
			return Optional.empty();
		}
		try (SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			connection.connect(UnixDomainSocketAddress.of(socket()));
			if (!Peer.isUser(connection)) {
				return Optional.empty();
			}
			FrameChannel channel = new FrameChannel(connection);
			channel.send(Frame.of(question));
			Frame answer = channel.receive();
			return Optional.of(((answer.kind() == FrameKind.ALIVE) ? channel.receive() : answer).content().entries());
		}
		catch (IOException | BufferUnderflowException _) {
			return Optional.empty();
		}
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

}

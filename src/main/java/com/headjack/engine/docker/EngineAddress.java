package com.headjack.engine.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.NamedAddress;

/**
 * A possible address of an engine.
 *
 * @param uri its address, {@code unix:}, {@code npipe:}, {@code tcp:} or {@code ssh:}
 * @param context the docker context that it is from, or {@code null}
 * @param named what the user has written for an engine with a name, or {@code null} if
 * the engine has none
 */
record EngineAddress(URI uri, @Nullable String context, @Nullable NamedAddress named) {

	private static final String SOCKET = "unix";

	private static final String PIPE = "npipe";

	private static final String SSH = "ssh";

	/**
	 * The maximum length of a socket's path in bytes, on Linux; it is 103 on macOS.
	 */
	private static final int LONGEST_SOCKET = 107;

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	EngineAddress(URI uri, @Nullable String context) {
		this(uri, context, null);
	}

	/**
	 * Returns the address as that of an engine with a name.
	 */
	EngineAddress of(NamedAddress engine) {
		return new EngineAddress(this.uri, this.context, engine);
	}

	/**
	 * Returns what a command ends with that is meant for this engine.
	 */
	String option() {
		return (this.named != null) ? " --on " + this.named.name() : "";
	}

	/**
	 * Returns what the user does to have another engine in its place.
	 */
	String replacement() {
		return (this.named != null)
				? "give it another address, with 'hjk config engines.%s.address ADDRESS'".formatted(this.named.name())
				: "set DOCKER_HOST to another";
	}

	static EngineAddress of(Path socket) {
		try {
			return new EngineAddress(new URI(SOCKET, "", socket.toString(), null), null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * Returns the address of a Windows named pipe.
	 * @param name the pipe's name, such as {@code docker_engine}
	 */
	static EngineAddress ofPipe(String name) {
		return new EngineAddress(URI.create(PIPE + ":////./pipe/" + name), null);
	}

	/**
	 * Tries to connect, without sending anything. What ssh reaches shows on first use.
	 * @return the result
	 */
	Reach reach() {
		return switch (this.uri.getScheme()) {
			case SOCKET -> reach(Path.of(this.uri.getPath()));
			case PIPE -> NamedPipe.reach(this.uri.getPath());
			case SSH -> Reach.CONNECTS;
			default -> reachByNetwork();
		};
	}

	/**
	 * Whether the engine is reachable without the network.
	 */
	boolean local() {
		return SOCKET.equals(this.uri.getScheme()) || pipe();
	}

	/**
	 * Whether the network connection is docker's own, with or without encryption.
	 */
	boolean network() {
		return "tcp".equals(this.uri.getScheme());
	}

	boolean ssh() {
		return SSH.equals(this.uri.getScheme());
	}

	boolean pipe() {
		return PIPE.equals(this.uri.getScheme());
	}

	private static Reach reach(Path socket) {
		if (!Files.exists(socket)) {
			return Files.notExists(socket) ? Reach.MISSING : Reach.DENIED;
		}
		if (Files.isDirectory(socket) || Files.isRegularFile(socket)) {
			return Reach.NO_SOCKET;
		}
		if (!Files.isWritable(socket)) {
			return Reach.DENIED;
		}
		if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET) {
			return Reach.TOO_LONG;
		}
		SocketAddress address = UnixDomainSocketAddress.of(socket);
		try (SocketChannel channel = SocketChannel.open(address)) {
			return channel.isConnected() ? Reach.CONNECTS : Reach.REFUSED;
		}
		catch (IOException _) {
			return Reach.REFUSED;
		}
	}

	private Reach reachByNetwork() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(this.uri.getHost(), this.uri.getPort()),
					Math.toIntExact(PATIENCE.toMillis()));
			return Reach.CONNECTS;
		}
		catch (IOException _) {
			return Reach.REFUSED;
		}
	}

	@Override
	public String toString() {
		return SOCKET.equals(this.uri.getScheme()) ? "unix://" + this.uri.getPath() : this.uri.toString();
	}

	/**
	 * The result of an attempt to connect.
	 */
	enum Reach {

		/**
		 * The connection was accepted.
		 */
		CONNECTS,

		/**
		 * The socket does not exist.
		 */
		MISSING,

		/**
		 * The socket exists, but this user may not use it.
		 */
		DENIED,

		/**
		 * There is a file or a folder in the place of the socket.
		 */
		NO_SOCKET,

		/**
		 * The path is longer than the system allows for a socket.
		 */
		TOO_LONG,

		/**
		 * The connection was refused, or could not be made.
		 */
		REFUSED

	}

}

package com.headjack.engine.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Where an engine may answer.
 *
 * @param uri its address, {@code unix:} or {@code tcp:}
 * @param context the docker context that names it, or {@code null}
 */
record EngineAddress(URI uri, @Nullable String context) {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	static EngineAddress of(Path socket) {
		try {
			return new EngineAddress(new URI("unix", "", socket.toString(), null), null);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * Tries to connect, without a word.
	 * @return what came of it
	 */
	Reach reach() {
		return local() ? reach(Path.of(this.uri.getPath())) : reachByNetwork();
	}

	boolean local() {
		return "unix".equals(this.uri.getScheme());
	}

	private static Reach reach(Path socket) {
		if (!Files.exists(socket)) {
			return Reach.MISSING;
		}
		if (!Files.isWritable(socket)) {
			return Reach.DENIED;
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
		return this.uri.toString();
	}

	/**
	 * What came of trying to connect.
	 */
	enum Reach {

		/**
		 * Somebody is there.
		 */
		CONNECTS,

		/**
		 * There is no such socket.
		 */
		MISSING,

		/**
		 * There is a socket, and this user may not use it.
		 */
		DENIED,

		/**
		 * Nobody is there.
		 */
		REFUSED

	}

}

package com.headjack.engine.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An engine behind a socket that answers each request as it is told.
 */
final class ScriptedDaemon implements AutoCloseable {

	private final ServerSocketChannel server;

	private final Function<String, String> answers;

	private final DockerConnection connection;

	private final DockerContainerEngine engine;

	/**
	 * Starts to answer.
	 * @param folder the folder of the socket
	 * @param patience how long a client waits for an answer
	 * @param answers gives the answer, with its headers, to the first line of a request;
	 * empty for none
	 */
	ScriptedDaemon(Path folder, Duration patience, Function<String, String> answers) throws IOException {
		Path socket = folder.resolve("engine.sock");
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
		this.answers = answers;
		Thread.ofVirtual().start(this::serve);
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, folder, folder, Map.of(), Set.of());
		this.connection = new DockerConnection(() -> List.of(EngineAddress.of(socket)), new DockerClients(host)::client,
				patience);
		this.engine = new DockerContainerEngine(this.connection, new ContainerProxies(host));
	}

	/**
	 * A connection to it.
	 * @return the connection, closed with this
	 */
	DockerConnection connection() {
		return this.connection;
	}

	/**
	 * A client of it.
	 * @return the engine as hjk sees it, closed with this
	 */
	DockerContainerEngine engine() {
		return this.engine;
	}

	private void serve() {
		while (this.server.isOpen()) {
			try {
				SocketChannel channel = this.server.accept();
				Thread.ofVirtual().start(() -> answer(channel));
			}
			catch (IOException _) {
				return;
			}
		}
	}

	/**
	 * Answers all requests of a connection, which the client has to close.
	 */
	private void answer(SocketChannel channel) {
		try (channel) {
			BufferedReader input = new BufferedReader(
					new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.ISO_8859_1));
			for (String line = input.readLine(); line != null; line = input.readLine()) {
				skipRest(input);
				channel.write(ByteBuffer.wrap(this.answers.apply(line).getBytes(StandardCharsets.UTF_8)));
			}
		}
		catch (IOException _) {
			// The client has gone.
		}
	}

	private static void skipRest(BufferedReader input) throws IOException {
		int length = 0;
		for (String header = input.readLine(); header != null && !header.isEmpty(); header = input.readLine()) {
			if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(header.substring(15).strip());
			}
		}
		assertThat(input.skip(length)).isEqualTo(length);
	}

	@Override
	public void close() throws IOException {
		this.engine.close();
		this.server.close();
	}

}

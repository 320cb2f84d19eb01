package com.headjack.product;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The real engine behind a socket at which everybody has to wait.
 */
final class SlowEngine implements AutoCloseable {

	private final Path socket;

	private final Duration delay;

	private final ServerSocketChannel server;

	private SlowEngine(Path socket, Duration delay) throws IOException {
		this.socket = socket;
		this.delay = delay;
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		this.server.bind(UnixDomainSocketAddress.of(socket));
		Thread.ofPlatform().daemon().start(this::accept);
	}

	static SlowEngine after(Duration delay) throws IOException {
		return new SlowEngine(Files.createTempDirectory("slow").resolve("engine.sock"), delay);
	}

	static String real() {
		return Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
	}

	String address() {
		return "unix://" + this.socket;
	}

	private void accept() {
		try {
			while (true) {
				SocketChannel client = this.server.accept();
				Thread.ofPlatform().daemon().start(() -> serve(client));
			}
		}
		catch (IOException _) {
			// Closed: the test is over.
		}
	}

	private void serve(SocketChannel client) {
		try (client;
				SocketChannel engine = SocketChannel
					.open(UnixDomainSocketAddress.of(real().substring("unix://".length())))) {
			Thread.sleep(this.delay);
			Thread answers = Thread.ofPlatform().daemon().start(() -> pass(engine, client));
			pass(client, engine);
			answers.join();
		}
		catch (IOException _) {
			// The client is gone.
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private static void pass(SocketChannel from, SocketChannel to) {
		try {
			Channels.newInputStream(from).transferTo(Channels.newOutputStream(to));
			to.shutdownOutput();
		}
		catch (IOException _) {
			// One of them is gone.
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		Files.deleteIfExists(this.socket);
		Files.delete(this.socket.getParent());
	}

}

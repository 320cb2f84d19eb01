package com.headjack.product;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The real engine behind a socket of its own.
 */
abstract class EngineProxy implements AutoCloseable {

	private final String engine;

	private final Path socket;

	private final ServerSocketChannel server;

	EngineProxy() throws IOException {
		this(real());
	}

	/**
	 * Creates a proxy.
	 * @param engine the address of the socket behind it
	 */
	EngineProxy(String engine) throws IOException {
		this.engine = engine;
		this.socket = Files.createTempDirectory("engine").resolve("engine.sock");
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		this.server.bind(UnixDomainSocketAddress.of(this.socket));
	}

	static String real() {
		return Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
	}

	final Path socket() {
		return this.socket;
	}

	final String address() {
		return "unix://" + this.socket;
	}

	/**
	 * Serves clients from now on.
	 */
	final void listen() {
		Thread.ofPlatform().daemon().start(this::accept);
	}

	/**
	 * Called before anything of a client is passed on.
	 */
	void connected() throws InterruptedException {
	}

	/**
	 * Called with each part of what clients send.
	 */
	void sent(ByteBuffer part) {
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
					.open(UnixDomainSocketAddress.of(this.engine.substring("unix://".length())))) {
			connected();
			Thread answers = Thread.ofPlatform().daemon().start(() -> pass(engine, client, false));
			pass(client, engine, true);
			answers.join();
		}
		catch (IOException _) {
			// The client is gone.
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void pass(SocketChannel from, SocketChannel to, boolean sending) {
		ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
		try {
			while (from.read(buffer.clear()) >= 0) {
				buffer.flip();
				if (sending) {
					sent(buffer.duplicate());
				}
				while (buffer.hasRemaining()) {
					to.write(buffer);
				}
			}
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

package com.headjack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Talks with every client at once, until it is closed.
 */
final class TrainingServer implements AutoCloseable {

	private final ServerSocketChannel server;

	private final Conversation conversation;

	private TrainingServer(ServerSocketChannel server, Conversation conversation) {
		this.server = server;
		this.conversation = conversation;
	}

	/**
	 * Listens at a socket of the file system.
	 */
	static TrainingServer at(Path socket, Conversation conversation) throws IOException {
		return start(ServerSocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(socket),
				conversation);
	}

	/**
	 * Listens at any port of the loopback.
	 */
	static TrainingServer onLoopback(Conversation conversation) throws IOException {
		return start(ServerSocketChannel.open(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
				conversation);
	}

	private static TrainingServer start(ServerSocketChannel channel, SocketAddress address, Conversation conversation)
			throws IOException {
		channel.bind(address);
		TrainingServer server = new TrainingServer(channel, conversation);
		Thread.ofPlatform().daemon().start(server::accept);
		return server;
	}

	int port() throws IOException {
		return ((InetSocketAddress) this.server.getLocalAddress()).getPort();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	private void accept() {
		try {
			while (true) {
				SocketChannel client = this.server.accept();
				Thread.ofPlatform().daemon().start(() -> serve(client));
			}
		}
		catch (IOException _) {
			// Closed: the training is over.
		}
	}

	private void serve(SocketChannel client) {
		try (client;
				InputStream input = Channels.newInputStream(client);
				OutputStream output = Channels.newOutputStream(client)) {
			this.conversation.hold(input, output);
		}
		catch (IOException _) {
			// The client is gone.
		}
	}

	/**
	 * What is said on one connection.
	 */
	@FunctionalInterface
	interface Conversation {

		void hold(InputStream input, OutputStream output) throws IOException;

	}

}

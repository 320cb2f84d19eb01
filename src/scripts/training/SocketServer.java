import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Talks with every client at once.
 */
record SocketServer(ServerSocketChannel server, Conversation conversation) {

	/**
	 * Listens at a socket of the file system until the process is ended.
	 */
	static void start(Path socket, Conversation conversation) throws IOException {
		ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		channel.bind(UnixDomainSocketAddress.of(socket));
		Thread.ofPlatform().start(new SocketServer(channel, conversation)::accept);
	}

	private void accept() {
		try {
			while (true) {
				SocketChannel client = this.server.accept();
				Thread.ofPlatform().start(() -> serve(client));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
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

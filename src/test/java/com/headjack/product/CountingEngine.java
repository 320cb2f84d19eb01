package com.headjack.product;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real engine behind a socket that remembers each request.
 */
final class CountingEngine implements AutoCloseable {

	private static final Pattern REQUEST = Pattern
		.compile("(?:^|\n)((?:GET|HEAD|POST|PUT|DELETE) /[^ \r\n]*) HTTP/1\\.1\r\n");

	private static final Pattern DETAILS = Pattern.compile("[0-9a-f]{64}|\\?.*|(?<=/images/).*(?=/json)");

	private final Path socket;

	private final ServerSocketChannel server;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private CountingEngine(Path socket) throws IOException {
		this.socket = socket;
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		this.server.bind(UnixDomainSocketAddress.of(socket));
		for (Path path : List.of(socket.getParent(), socket)) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
		}
		Thread.ofPlatform().daemon().start(this::accept);
	}

	static CountingEngine start() throws IOException {
		return new CountingEngine(Files.createTempDirectory("counting").resolve("engine.sock"));
	}

	String address() {
		return "unix://" + this.socket;
	}

	/**
	 * Tells and forgets the requests since the last time.
	 * @return their methods and paths in order, without ids and queries
	 */
	List<String> requests() {
		List<String> all = this.requests.stream()
			.map((request) -> DETAILS.matcher(request).replaceAll("").replace("//", "/"))
			.toList();
		this.requests.clear();
		return all;
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
					.open(UnixDomainSocketAddress.of(SlowEngine.real().substring("unix://".length())))) {
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

	private void pass(SocketChannel from, SocketChannel to, boolean counted) {
		ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
		try {
			while (from.read(buffer.clear()) >= 0) {
				buffer.flip();
				if (counted) {
					count(StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString());
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

	private void count(String text) {
		Matcher request = REQUEST.matcher(text);
		while (request.find()) {
			this.requests.add(request.group(1));
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		Files.deleteIfExists(this.socket);
		Files.delete(this.socket.getParent());
	}

}

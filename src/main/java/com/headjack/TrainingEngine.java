package com.headjack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Answers as an engine would that has one container, so that a training run meets what
 * every later run does. Knows as much of the protocol as that takes.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
final class TrainingEngine implements AutoCloseable {

	private static final Pattern REPOSITORY = Pattern.compile("com\\.headjack\\.repository-id=([^\"]+)");

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	private final ServerSocketChannel server;

	private TrainingEngine(ServerSocketChannel server) {
		this.server = server;
	}

	static TrainingEngine at(Path socket) throws IOException {
		ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		server.bind(UnixDomainSocketAddress.of(socket));
		TrainingEngine engine = new TrainingEngine(server);
		Thread.ofPlatform().daemon().start(engine::accept);
		return engine;
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

	private static void serve(SocketChannel client) {
		try (client;
				OutputStream output = Channels.newOutputStream(client);
				BufferedReader input = new BufferedReader(
						new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8))) {
			String request = read(input);
			while (request != null && answer(request, output)) {
				request = read(input);
			}
		}
		catch (IOException _) {
			// The client is gone.
		}
	}

	private static @Nullable String read(BufferedReader input) throws IOException {
		String request = input.readLine();
		int length = 0;
		for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
			Matcher matcher = LENGTH.matcher(line);
			length = matcher.matches() ? Integer.parseInt(matcher.group(1)) : length;
		}
		input.skip(length);
		return request;
	}

	/**
	 * Answers a request.
	 * @return whether another one may follow
	 */
	private static boolean answer(String request, OutputStream output) throws IOException {
		String path = URLDecoder.decode(request.split(" ", -1)[1], StandardCharsets.UTF_8);
		if (path.endsWith("/start") && path.contains("/exec/")) {
			write(output, "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n");
			return false;
		}
		String body = body(path);
		write(output, "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
			.formatted(path.contains("/create") ? "201 Created" : "200 OK", body.length(), body));
		return true;
	}

	private static String body(String path) {
		if (path.contains("/containers/json")) {
			Matcher repository = REPOSITORY.matcher(path);
			return """
					[{"Id":"c","Names":["/c"],"Image":"i","Created":1,"State":"running","Labels":{"com.headjack.id":"i",\
					"com.headjack.repository-id":"%s","com.headjack.branch":"demo","com.headjack.worktree":"."}}]"""
				.formatted(repository.find() ? repository.group(1) : "r");
		}
		return """
				{"Id":"c","ID":"c","Running":false,"ExitCode":0,"Warnings":[],"Config":{"User":"agent"},\
				"Version":"1","ApiVersion":"1.41"}""";
	}

	private static void write(OutputStream output, String text) throws IOException {
		output.write(text.getBytes(StandardCharsets.UTF_8));
		output.flush();
	}

}

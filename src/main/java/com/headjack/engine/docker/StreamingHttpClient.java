package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import javax.net.ssl.SSLContext;

import com.github.dockerjava.transport.DockerHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Adds half-close to docker-java's client: passes on the end of a program's stdin. All
 * other requests go to that client.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API,
 * "Hijacking"</a>
 */
final class StreamingHttpClient implements DockerHttpClient {

	private final DockerHttpClient client;

	private final EngineAddress address;

	private final @Nullable SSLContext encryption;

	StreamingHttpClient(DockerHttpClient client, EngineAddress address, @Nullable SSLContext encryption) {
		this.client = client;
		this.address = address;
		this.encryption = encryption;
	}

	@Override
	public Response execute(Request request) {
		InputStream input = request.hijackedInput();
		if (input == null) {
			return this.client.execute(request);
		}
		try {
			HijackedResponse response = hijack(request.path(), Objects.requireNonNull(request.bodyBytes()));
			if (response.succeeded()) {
				Thread.ofPlatform().daemon().name("exec-input").start(() -> passOn(input, response.socket()));
			}
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends a request; the program's bytes follow its answer.
	 * @param path the request's path
	 * @param body its body, in JSON
	 * @return the answer, to be closed by the caller
	 */
	HijackedResponse hijack(String path, byte[] body) throws IOException {
		EngineSocket socket = EngineSocket.connect(this.address, this.encryption);
		try {
			socket.output().write(head(path, body.length).getBytes(StandardCharsets.UTF_8));
			socket.output().write(body);
			socket.output().flush();
			return HijackedResponse.read(socket);
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private String head(String path, int length) {
		String host = Objects.requireNonNullElse(this.address.uri().getHost(), "localhost");
		return """
				POST %s%s HTTP/1.1
				Host: %s
				Content-Type: application/json
				Content-Length: %s
				Connection: Upgrade
				Upgrade: tcp

				""".formatted(prefix(), path, host, length).replace("\n", "\r\n");
	}

	private String prefix() {
		return this.address.local() ? "" : this.address.uri().getRawPath().replaceFirst("/$", "");
	}

	private static void passOn(InputStream input, EngineSocket socket) {
		try {
			input.transferTo(socket.output());
		}
		catch (IOException _) {
			// The program ended before it had read all input, or there is no more, as
			// where stdin is a folder. Its exit code is reported anyway.
		}
		end(socket);
	}

	private static void end(EngineSocket socket) {
		try {
			socket.endOutput();
		}
		catch (IOException _) {
			// The program ended.
		}
	}

	@Override
	public void close() throws IOException {
		this.client.close();
	}

}

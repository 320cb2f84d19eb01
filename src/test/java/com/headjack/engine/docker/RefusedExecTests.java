package com.headjack.engine.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.TestTerminal;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An engine that creates a program, refuses to start it, and keeps the connection open,
 * as where the container stops between the two.
 */
@Timeout(60)
class RefusedExecTests {

	private static final String REASON = "{\"message\":\"container is not running\"}";

	@TempDir
	Path folder;

	private ServerSocketChannel server;

	private DockerContainerEngine engine;

	private String refusal = "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: "
			+ REASON.length() + "\r\n\r\n" + REASON;

	@BeforeEach
	void listen() throws IOException {
		Path socket = this.folder.resolve("engine.sock");
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
		Thread.ofVirtual().start(this::serve);
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of(), Set.of());
		this.engine = new DockerContainerEngine(new DockerConnection(() -> List.of(EngineAddress.of(socket)),
				new DockerClients(host)::client, Duration.ofSeconds(30)), new ContainerProxies(host));
	}

	@AfterEach
	void close() throws IOException {
		this.engine.close();
		this.server.close();
	}

	@Test
	void streamWhenItsInputStaysOpenDoesNotWaitForItsEndAndReadsNothing() throws IOException {
		try (PipedOutputStream typed = new PipedOutputStream(); InputStream input = new PipedInputStream(typed)) {
			typed.write('x');
			assertThatExceptionOfType(ContainerNotRunningException.class)
				.isThrownBy(() -> this.engine.stream("0123456789abcdef", ExecRequest.of(List.of("cat")),
						new ExecStreams(input, OutputStream.nullOutputStream(), OutputStream.nullOutputStream())));
			assertThat(input.available()).isEqualTo(1);
		}
	}

	@Test
	void interactDoesNotWaitForTheTerminal() {
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(
				() -> this.engine.interact("0123456789abcdef", ExecRequest.of(List.of("sh")), new TestTerminal()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 500 Oops\r\n\r\n", "HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n",
			"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n" })
	void streamWhenNoReasonIsToldFailsAllTheSame(String answer) throws IOException {
		this.refusal = answer;
		try (PipedOutputStream typed = new PipedOutputStream(); InputStream input = new PipedInputStream(typed)) {
			assertThatExceptionOfType(EngineException.class)
				.isThrownBy(() -> this.engine.stream("0123456789abcdef", ExecRequest.of(List.of("cat")),
						new ExecStreams(input, OutputStream.nullOutputStream(), OutputStream.nullOutputStream())))
				.withMessage("the engine refused to run \"cat\" in container 0123456789ab (status 500)");
		}
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
				int length = 0;
				boolean start = line.contains("/start ");
				for (String header = input.readLine(); header != null && !header.isEmpty(); header = input.readLine()) {
					if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
						length = Integer.parseInt(header.substring(15).strip());
					}
				}
				assertThat(input.skip(length)).isEqualTo(length);
				String created = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n"
						+ "{\"Id\":\"exec\"}";
				channel.write(ByteBuffer.wrap((start ? this.refusal : created).getBytes(StandardCharsets.UTF_8)));
			}
		}
		catch (IOException _) {
			// The client has gone.
		}
	}

}

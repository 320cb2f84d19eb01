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
import java.util.Map;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.ExecRequest;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An engine that answers, but for questions about a container that holds it up.
 */
@Timeout(60)
class ContainerDeadlineTests {

	private static final String CONTAINER = "0123456789abcdef";

	@TempDir
	Path folder;

	private ServerSocketChannel server;

	private DockerContainerEngine engine;

	private boolean pings = true;

	@BeforeEach
	void listen() throws IOException {
		Path socket = this.folder.resolve("engine.sock");
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
		Thread.ofVirtual().start(this::serve);
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of(), Set.of());
		this.engine = new DockerContainerEngine(new DockerConnection(() -> List.of(EngineAddress.of(socket)),
				new DockerClients(host)::client, Duration.ofSeconds(1)), new ContainerProxies(host));
	}

	@AfterEach
	void close() throws IOException {
		this.engine.close();
		this.server.close();
	}

	@Test
	void removeOfAContainerThatCannotBeKilledSaysHowItCan() {
		assertUnresponsive(() -> this.engine.remove(CONTAINER), "container 0123456789ab did not end within 1 s",
				"end it as root where the engine runs, with 'sudo pkill -KILL -f 0123456789ab', and try again");
	}

	@Test
	void execInAContainerThatTakesNoProgramSaysSo() {
		assertUnresponsive(() -> this.engine.exec(CONTAINER, ExecRequest.of(List.of("true"))),
				"container 0123456789ab did not start a program within 1 s", "");
	}

	@Test
	void execWhenTheEngineIsMuteTellsOfTheEngine() {
		this.pings = false;
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.engine.exec(CONTAINER, ExecRequest.of(List.of("true"))))
			.withMessageEndingWith("did not answer within 1 s");
	}

	private static void assertUnresponsive(ThrowingCallable call, String message, String remedy) {
		assertThatExceptionOfType(ContainerUnresponsiveException.class).isThrownBy(call)
			.withMessage(message)
			.returns(remedy, (ex) -> ex.remedy().orElse(""));
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

	private void answer(SocketChannel channel) {
		try (channel) {
			BufferedReader input = new BufferedReader(
					new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.ISO_8859_1));
			boolean ping = false;
			for (String line = input.readLine(); line != null; line = input.readLine()) {
				ping |= this.pings && line.contains("/_ping");
				if (line.isEmpty() && ping) {
					channel.write(ByteBuffer
						.wrap("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK".getBytes(StandardCharsets.UTF_8)));
				}
			}
		}
		catch (IOException _) {
			// The client has gone.
		}
	}

}

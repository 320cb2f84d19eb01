package com.headjack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerEngine;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class SpringBackedApplicationTests {

	@TempDir
	Path home;

	@Test
	void closeWhenTheThreadIsInterruptedClosesTheConnections() throws IOException {
		Path socket = this.home.resolve("engine.sock");
		CompletableFuture<Integer> end = new CompletableFuture<>();
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			Thread.ofVirtual().start(() -> serve(server, end));
			try (SpringBackedApplication application = application(socket)) {
				assertThat(application.get(ContainerEngine.class).list(Map.of())).isEmpty();
				Thread.currentThread().interrupt();
			}
			assertThat(Thread.interrupted()).isTrue();
			assertThat(end.join()).isEqualTo(-1);
		}
	}

	private SpringBackedApplication application(Path socket) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home,
				Map.of("DOCKER_HOST", "unix://" + socket), Set.of());
		Output output = Output.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
		return new SpringBackedApplication(host, new Console(StandardStreams.ofProcess()), output);
	}

	private static void serve(ServerSocketChannel server, CompletableFuture<Integer> end) {
		while (!end.isDone()) {
			try (SocketChannel client = server.accept()) {
				if (client.read(ByteBuffer.allocate(65536)) > 0) {
					String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]";
					client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
					end.complete(client.read(ByteBuffer.allocate(1)));
				}
			}
			catch (IOException ex) {
				end.completeExceptionally(ex);
			}
		}
	}

}

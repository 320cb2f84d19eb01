package com.headjack.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.wire.FrameChannel;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class SignalsTests {

	@Test
	void passWhenProcessIsSignalledTellsResident(@TempDir Path folder) throws Exception {
		CompletableFuture<String> name = new CompletableFuture<>();
		try (ScriptedResident resident = new ScriptedResident(folder)) {
			resident.play((channel) -> name.complete(channel.receive().content().text()));
			try (SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX)) {
				new ResidentSocket(resident.socket()).connect(connection);
				Signals.pass(service(connection).begun(), "WINCH");
				signalMe("WINCH");
				assertThat(name.get(10, TimeUnit.SECONDS)).isEqualTo("WINCH");
			}
		}
	}

	private static Service service(SocketChannel connection) {
		return new Service(new FrameChannel(connection), List.of("ps"), new Modes(""),
				new Streams(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
						OutputStream.nullOutputStream()),
				new RecordedProcess());
	}

	private static void signalMe(String name) throws IOException, InterruptedException {
		String self = Long.toString(ProcessHandle.current().pid());
		assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + self).start().waitFor()).isZero();
	}

}

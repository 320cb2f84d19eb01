package com.headjack.product;

import java.io.ByteArrayOutputStream;
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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody else listens where the resident process should.
 */
@Timeout(120)
class ResidentImpostorsIntegrationTests {

	@TempDir
	Path folder;

	/**
	 * An answer is written as frames: letter, length and content.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "", "garbage without end, at least ten", "a\177\377\377\377", "l\0\0\0\0", "l\0\0\0\0a\0\0\0\0",
					"a\0\0\0\0a\0\0\0\0", "d\0\0\0\0", "l\0\0\0\0w\0\0\0\0", "x\0\0\0\4\0\0\0\0", "b\0\0\0\0" })
	void whateverItSaysCommandsRunByThemselves(String answer) throws Exception {
		Hjk product = new Hjk(this.folder, World.PLAIN);
		try (Impostor impostor = new Impostor(socket(product, null), answer)) {
			Hjk.Result listed = product.hjk("ps");
			assertThat(listed.done()).isEqualTo("No instances found\n");
			assertThat(listed.errors()).isEmpty();
			assertThat(impostor.received().contains("HOME")).isEqualTo(answer.startsWith("l\0\0\0\0"));
		}
	}

	@Test
	void whoBelongsToAnotherUserIsToldNothing() throws Exception {
		OrdinaryUser user = OrdinaryUser.forTestsIn(this.folder);
		Hjk product = new Hjk(this.folder, user);
		Path socket = socket(product, user);
		try (Impostor impostor = new Impostor(socket, "l\0\0\0\0a\0\0\0\0")) {
			Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwxrwxrwx"));
			assertThat(product.hjk("ps").done()).isEqualTo("No instances found\n");
			assertThat(impostor.received().isEmpty()).isEqualTo(!user.words().isEmpty());
		}
	}

	private Path socket(Hjk product, @Nullable OrdinaryUser user) throws IOException {
		Path runtime = this.folder.resolve("run");
		Path headjack = Files.createDirectories(runtime.resolve("headjack"));
		for (Path path : new Path[] { runtime, headjack }) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
		}
		if (user != null) {
			user.own(runtime);
		}
		product.with("XDG_RUNTIME_DIR", runtime.toString()).with("HJK_RESIDENT", "on");
		Path build = product.launcher().resolveSibling("../lib/build").normalize();
		return headjack.resolve(Files.readString(build).strip() + ".sock");
	}

	/**
	 * Says the same to everybody who connects, and remembers what it hears.
	 */
	private static final class Impostor implements AutoCloseable {

		private final ServerSocketChannel server;

		private final ByteArrayOutputStream received = new ByteArrayOutputStream();

		private final byte[] answer;

		Impostor(Path socket, String answer) throws IOException {
			this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
			this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
			this.server.bind(UnixDomainSocketAddress.of(socket));
			Thread.ofPlatform().daemon().start(this::accept);
		}

		private void accept() {
			while (this.server.isOpen()) {
				try (SocketChannel client = this.server.accept()) {
					client.write(ByteBuffer.wrap(this.answer));
					listen(client);
				}
				catch (IOException _) {
					// The client is gone, or the test is over.
				}
			}
		}

		private void listen(SocketChannel client) throws IOException {
			ByteBuffer part = ByteBuffer.allocate(64 * 1024);
			while (client.read(part.clear()) >= 0) {
				synchronized (this.received) {
					this.received.write(part.array(), 0, part.position());
				}
			}
		}

		String received() {
			synchronized (this.received) {
				return this.received.toString(StandardCharsets.ISO_8859_1);
			}
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

}

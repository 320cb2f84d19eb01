package com.headjack.resident;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.wire.Content;
import com.headjack.wire.FrameChannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Timeout(30)
@EnabledOnOs(OS.LINUX)
class OutputWindowTests {

	private static final int SIZE = 256 * 1024;

	private static final int BLOCK = 64 * 1024;

	@TempDir
	private Path folder;

	private FrameChannel client;

	private FrameSender sender;

	private OutputWindow window;

	@BeforeEach
	void connect() throws IOException {
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			UnixDomainSocketAddress address = UnixDomainSocketAddress.of(this.folder.resolve("s"));
			server.bind(address);
			this.client = new FrameChannel(SocketChannel.open(address));
			this.sender = new FrameSender(new FrameChannel(server.accept()));
		}
		this.window = new OutputWindow(this.sender, 1);
	}

	@AfterEach
	void close() throws IOException {
		this.client.close();
		this.sender.close();
	}

	private void write(String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		this.window.write(bytes, 0, bytes.length);
	}

	/**
	 * What the client is to write next: the stream, the failures that are known, the
	 * bytes.
	 */
	private String received() throws IOException {
		Content content = this.client.receive().content();
		return content.number() + " " + content.number() + " " + StandardCharsets.UTF_8.decode(content.rest());
	}

	private void answer(int length, String failure) {
		Content answer = new Content().number(length).text(failure);
		this.window.answer(Content.of(answer.written()));
	}

	private CompletableFuture<Void> later(Work work) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		Thread.ofPlatform().daemon().start(() -> {
			try {
				work.run();
				done.complete(null);
			}
			catch (IOException ex) {
				done.completeExceptionally(ex);
			}
		});
		return done;
	}

	private static void pause() throws InterruptedException {
		Thread.sleep(100);
	}

	@Test
	void writeDoesNotWaitAndGathersWhatComesMeanwhile() throws IOException {
		write("a");
		write("b");
		write("c");
		assertThat(received()).isEqualTo("1 0 a");
		answer(1, "");
		assertThat(received()).isEqualTo("1 0 bc");
	}

	@Test
	void writeWhenTooMuchIsOnItsWayWaits() throws Exception {
		write("x".repeat(SIZE));
		CompletableFuture<Void> more = later(() -> write("y"));
		pause();
		assertThat(more).isNotDone();
		assertThat(received()).hasSize(4 + BLOCK);
		answer(BLOCK, "");
		more.join();
	}

	@Test
	void flushWaitsUntilEverythingIsWritten() throws Exception {
		write("a");
		write("b");
		CompletableFuture<Void> flushed = later(this.window::flush);
		answer(1, "");
		pause();
		assertThat(flushed).isNotDone();
		answer(1, "");
		flushed.join();
	}

	@Test
	void failureIsToldOnceAndWhatWasOnItsWayIsLeftOut() throws IOException {
		write("a");
		write("b");
		assertThat(received()).isEqualTo("1 0 a");
		answer(1, "No space left on device");
		assertThatIOException().isThrownBy(() -> write("c")).withMessage("No space left on device");
		write("d");
		assertThat(received()).isEqualTo("1 1 d");
		answer(1, "");
		this.window.flush();
	}

	@Test
	void flushWhenWritingFailsTellsReason() {
		CompletableFuture<Void> flushed = later(() -> {
			write("a");
			write("b");
			this.window.flush();
		});
		CompletableFuture<Void> refused = later(() -> {
			received();
			answer(1, "Broken pipe");
		});
		assertThatExceptionOfType(CompletionException.class).isThrownBy(flushed::join)
			.withRootCauseInstanceOf(IOException.class)
			.withMessageContaining("Broken pipe");
		refused.join();
	}

	@Test
	void settleWhenClientIsHeldUpGivesUp() throws IOException {
		write("a");
		this.window.settle();
		answer(1, "");
		this.window.settle();
		assertThat(received()).isEqualTo("1 0 a");
	}

	@Test
	void interruptTakesEffectAfterwards() throws IOException {
		write("a");
		Thread.currentThread().interrupt();
		this.window.settle();
		assertThat(Thread.interrupted()).isTrue();
		Thread.currentThread().interrupt();
		CompletableFuture<Void> answered = later(() -> {
			received();
			answer(1, "");
		});
		this.window.flush();
		assertThat(Thread.interrupted()).isTrue();
		answered.join();
	}

	@Test
	void endWakesWhoWaits() throws IOException {
		write("a");
		CompletableFuture<Void> flushed = later(this.window::flush);
		this.window.end();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(flushed::join)
			.withCauseInstanceOf(ClientGoneException.class);
		assertThatExceptionOfType(ClientGoneException.class).isThrownBy(() -> write("b"));
	}

	/**
	 * Something that may fail.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

}

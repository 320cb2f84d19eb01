package com.headjack.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.engine.docker.EngineAddress.Reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Named pipes of the machine that this runs on: a Windows, or Wine.
 */
@Timeout(120)
class NamedPipeContract {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final String path = "//./pipe/headjack-" + UUID.randomUUID();

	@Test
	void reachWhenNobodyServesIsMissing() {
		assertThat(NamedPipe.reach(this.path)).isEqualTo(Reach.MISSING);
		assertThatIOException().isThrownBy(() -> NamedPipe.open(this.path)).withMessageContaining(this.path);
	}

	@Test
	void reachWhenServedConnects() {
		PipeServer.serve(this.path, PipeServer::read);
		assertThat(NamedPipe.reach(this.path)).isEqualTo(Reach.CONNECTS);
	}

	@Test
	void reachWhenAllConnectionsAreTakenConnects() throws IOException {
		PipeServer.serve(this.path, PipeServer::read);
		try (NamedPipe pipe = NamedPipe.open(this.path)) {
			assertThat(NamedPipe.reach(this.path)).isEqualTo(Reach.CONNECTS);
			pipe.endOutput();
		}
	}

	@Test
	void writeWhileAReadWaitsIsNotHeldUp() throws IOException {
		PipeServer.serve(this.path, (client) -> client.write(client.read()));
		try (NamedPipe pipe = NamedPipe.open(this.path)) {
			CountDownLatch reading = new CountDownLatch(1);
			CompletableFuture<String> answer = onThread(() -> {
				reading.countDown();
				return text(new PipeInput(pipe).readNBytes(4));
			});
			await(reading);
			new PipeOutput(pipe).write(bytes("ping"));
			assertThat(answer).succeedsWithin(PATIENCE).isEqualTo("ping");
		}
	}

	@Test
	void endOutputTellsTheOtherSideWhichCanStillAnswer() throws IOException {
		PipeServer.serve(this.path, NamedPipeContract::answerWithAll);
		byte[] sent = bytes("0123456789".repeat(100_000));
		try (NamedPipe pipe = NamedPipe.open(this.path)) {
			new PipeOutput(pipe).write(sent);
			pipe.endOutput();
			assertThat(new PipeInput(pipe).readAllBytes()).isEqualTo(sent);
		}
	}

	@Test
	void readWhenTheOtherSideEndsItsOutputIsAtTheEnd() throws IOException {
		PipeServer.serve(this.path, (client) -> {
			client.write(bytes("last"));
			client.write(new byte[0]);
			client.read();
		});
		try (NamedPipe pipe = NamedPipe.open(this.path)) {
			assertThat(text(new PipeInput(pipe).readAllBytes())).isEqualTo("last");
			pipe.endOutput();
		}
	}

	@Test
	void closeWhileAReadWaitsEndsIt() throws IOException {
		PipeServer.serve(this.path, PipeServer::read);
		NamedPipe pipe = NamedPipe.open(this.path);
		CountDownLatch reading = new CountDownLatch(1);
		CompletableFuture<Integer> read = onThread(() -> {
			reading.countDown();
			return new PipeInput(pipe).read();
		});
		await(reading);
		pipe.close();
		pipe.close();
		assertThat(read).failsWithin(PATIENCE);
		assertThatIOException().isThrownBy(() -> new PipeOutput(pipe).write(1)).withMessageContaining("closed");
	}

	private static void answerWithAll(PipeServer client) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part = client.read(); part.length > 0; part = client.read()) {
			all.writeBytes(part);
		}
		client.write(all.toByteArray());
	}

	private static void await(CountDownLatch reading) {
		try {
			reading.await();
			// The read has to wait in Windows by then.
			Thread.sleep(500);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T> CompletableFuture<T> onThread(Reading<T> reading) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return reading.run();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, (task) -> Thread.ofPlatform().daemon().start(task));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/**
	 * Reads on another thread.
	 */
	@FunctionalInterface
	private interface Reading<T> {

		T run() throws IOException;

	}

}

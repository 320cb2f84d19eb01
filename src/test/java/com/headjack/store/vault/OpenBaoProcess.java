package com.headjack.store.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program {@code bao}, which has to be on the {@code PATH}, as a server that keeps
 * everything in its memory.
 *
 * @param process the program
 * @param port where it listens
 * @param log what it prints
 */
record OpenBaoProcess(Process process, int port, Path log) implements AutoCloseable {

	private static final Pattern UNSEAL_KEY = Pattern.compile("(?m)^Unseal Key: (\\S+)$");

	private static final int TRIES = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * Starts the program, and waits until it serves. Who is quick may take its port
	 * before it does: then it starts again.
	 * @param folder what it writes goes there
	 * @param root the token with every right
	 */
	static OpenBaoProcess start(Path folder, String root, String... options) throws IOException {
		for (int left = TRIES - 1;; left--) {
			OpenBaoProcess server = run(folder, root, freePort(), options);
			if (server.serves()) {
				return server;
			}
			server.close();
			if (left == 0) {
				throw new IOException("bao did not start: " + Files.readString(server.log));
			}
		}
	}

	private static OpenBaoProcess run(Path folder, String root, int port, String... options) throws IOException {
		List<String> command = new ArrayList<>(List.of("bao", "server", "-dev", "-dev-no-store-token",
				"-dev-root-token-id=" + root, "-dev-listen-address=127.0.0.1:" + port));
		command.addAll(List.of(options));
		Path log = folder.resolve("server.log");
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().keySet().removeIf((name) -> !name.equals("PATH"));
		builder.environment().put("HOME", folder.toString());
		return new OpenBaoProcess(builder.start(), port, log);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private boolean serves() throws IOException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (this.process.isAlive() && System.nanoTime() < end) {
			if (key().find()) {
				return true;
			}
			pause(Duration.ofMillis(20));
		}
		return false;
	}

	/**
	 * What unseals it, which it prints when it serves.
	 */
	String unsealKey() {
		try {
			Matcher key = key();
			assertThat(key.find()).isTrue();
			return key.group(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Matcher key() throws IOException {
		return UNSEAL_KEY.matcher(Files.readString(this.log));
	}

	static void pause(Duration time) {
		try {
			TimeUnit.NANOSECONDS.sleep(time.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(Duration.ofSeconds(10))) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}

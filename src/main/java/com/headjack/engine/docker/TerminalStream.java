package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.headjack.engine.ExecTerminal;

/**
 * Connects a program with its terminal. Its bytes are not framed; docker-java would guess
 * the framing from the first bytes, so the stream is read here.
 *
 * @param connection the engine
 * @param exec the program's exec id; the program has not been started
 */
record TerminalStream(DockerConnection connection, String exec) {

	private static final byte[] START = "{\"Detach\":false,\"Tty\":true}".getBytes(StandardCharsets.UTF_8);

	private static final int BLOCK = 64 * 1024;

	/**
	 * Starts the program and passes bytes on in both directions.
	 * @param terminal the terminal
	 * @return true if the program ended, false if the terminal was gone first
	 */
	boolean pass(ExecTerminal terminal) {
		AtomicBoolean terminalGone = new AtomicBoolean();
		try (HijackedResponse stream = this.connection
			.open((client) -> client.hijack("/exec/" + this.exec + "/start", START))) {
			if (!stream.succeeded()) {
				throw stream.refusal();
			}
			Thread.ofPlatform().daemon().name("keys").start(() -> {
				terminalGone.set(send(terminal.input(), stream.socket()));
				stream.hangUp();
			});
			return show(stream.getBody(), terminal.output()) && !terminalGone.get();
		}
		catch (IOException ex) {
			if (terminalGone.get()) {
				return false;
			}
			throw this.connection.lost(ex);
		}
	}

	/**
	 * Shows the program's output until the program ends.
	 * @return whether the terminal was there until the end
	 */
	private static boolean show(InputStream body, OutputStream screen) throws IOException {
		byte[] block = new byte[BLOCK];
		for (int read = body.read(block); read >= 0; read = body.read(block)) {
			try {
				screen.write(block, 0, read);
			}
			catch (IOException _) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Sends the typed keys until they end, or the program no longer takes them. Keys that
	 * cannot be read have ended, too: so some terminals report that they were closed.
	 * @return true if the keys ended, false if a key could not be sent
	 */
	private static boolean send(InputStream keys, EngineSocket socket) {
		byte[] block = new byte[BLOCK];
		for (int read = read(keys, block); read >= 0; read = read(keys, block)) {
			try {
				socket.output().write(block, 0, read);
			}
			catch (IOException _) {
				return false;
			}
		}
		return true;
	}

	private static int read(InputStream keys, byte[] block) {
		try {
			return keys.read(block);
		}
		catch (IOException _) {
			return -1;
		}
	}

}

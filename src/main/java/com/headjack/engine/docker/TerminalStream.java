package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.headjack.engine.ExecTerminal;

/**
 * Connects a program with the terminal that it runs at. Its bytes are not framed, and
 * docker-java would guess that from the first of them, so they are read here.
 *
 * @param connection the engine
 * @param exec the program, which waits to be started
 */
record TerminalStream(DockerConnection connection, String exec) {

	private static final byte[] START = "{\"Detach\":false,\"Tty\":true}".getBytes(StandardCharsets.UTF_8);

	private static final int BLOCK = 64 * 1024;

	/**
	 * Starts the program and passes bytes on both ways.
	 * @param terminal the terminal
	 * @return whether the program ended, and not the terminal
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
	 * Shows what the program draws until its end.
	 * @return whether the terminal was there to the end
	 */
	private static boolean show(InputStream body, OutputStream screen) throws IOException {
		byte[] block = new byte[BLOCK];
		for (int read = body.read(block); read >= 0; read = body.read(block)) {
			try {
				screen.write(block, 0, read);
				screen.flush();
			}
			catch (IOException _) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Sends what is typed until there is no more or nobody takes it.
	 * @return whether there is no more
	 */
	private static boolean send(InputStream keys, EngineSocket socket) {
		try {
			byte[] block = new byte[BLOCK];
			for (int read = keys.read(block); read >= 0; read = keys.read(block)) {
				socket.output().write(block, 0, read);
			}
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

}

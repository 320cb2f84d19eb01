package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;

/**
 * Asks an engine through ssh whether it is there.
 *
 * @param ssh the way to the engine
 */
record SshTrial(SshProgram ssh) {

	private static final byte[] PING = "HEAD /_ping HTTP/1.1\r\nHost: localhost\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private static final String ANSWER = "HTTP/1.";

	private static final String END = "\r\n\r\n";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int LONGEST = 16_384;

	/**
	 * Connects to the engine and waits for an answer.
	 * @return the connection, ready for the next request
	 * @throws EngineException if there is none; the message has ssh's own last line
	 */
	Process connect() {
		Process program = this.ssh.start(ProcessBuilder.Redirect.PIPE);
		try {
			String failure = failure(program);
			if (failure.isEmpty()) {
				return program;
			}
			throw SshFailures.of(this.ssh.destination(), failure);
		}
		catch (EngineException ex) {
			program.destroy();
			throw ex;
		}
	}

	private String failure(Process program) {
		CompletableFuture<String> failure = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("ssh-errors").start(() -> {
			failure.complete(ask(program));
			drain(program.getErrorStream());
		});
		try {
			return failure.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException _) {
			throw new EngineUnavailableException(
					"the container engine at %s did not answer within %s s".formatted(this.ssh.destination().uri(),
							PATIENCE.toSeconds()),
					"see that '%s docker version' works".formatted(this.ssh.destination().trial()), null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw EngineFailures.interrupted(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Reads the engine's answer, which has no body.
	 * @return an empty text if it is one; otherwise what ssh says, after a space
	 */
	private static String ask(Process program) {
		try {
			send(program.getOutputStream());
			if (head(program.getInputStream()).startsWith(ANSWER)) {
				return "";
			}
			program.getOutputStream().close();
		}
		catch (IOException _) {
			// ssh has ended.
		}
		return " " + said(program.getErrorStream());
	}

	private static void send(OutputStream engine) {
		try {
			engine.write(PING);
			engine.flush();
		}
		catch (IOException _) {
			// ssh has ended, and says why.
		}
	}

	private static String said(InputStream errors) {
		try {
			return new String(errors.readNBytes(LONGEST), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private static String head(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf(END) < 0 && head.length() < LONGEST) {
			int next = input.read();
			if (next < 0) {
				break;
			}
			head.append((char) next);
		}
		return head.toString();
	}

	/**
	 * Reads what ssh says later, so that it can go on.
	 */
	private static void drain(InputStream errors) {
		try {
			errors.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException _) {
			// The connection is closed.
		}
	}

}

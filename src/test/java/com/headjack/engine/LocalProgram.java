package com.headjack.engine;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.headjack.secret.Secret;

/**
 * A program of a container, run by this machine.
 *
 * @param container the container
 * @param request the program
 */
record LocalProgram(InMemoryContainer container, ExecRequest request) {

	/**
	 * Runs it to its end.
	 * @return its exit code
	 */
	int run(ExecStreams streams, Duration patience) {
		Secret given = this.request.input();
		InputStream input = (given != null) ? new ByteArrayInputStream(given.use(byte[]::clone)) : streams.input();
		Process process = start(input != null);
		if (input != null) {
			Thread.ofPlatform().daemon().name("exec-input").start(() -> feed(input, process.getOutputStream()));
		}
		LocalOutput output = LocalOutput.of(process.getInputStream(), streams.output());
		LocalOutput errors = LocalOutput.of(process.getErrorStream(), streams.errors());
		return await(process, output, errors, patience);
	}

	private int await(Process process, LocalOutput output, LocalOutput errors, Duration patience) {
		try {
			CompletableFuture.anyOf(CompletableFuture.allOf(output.end(), errors.end()), output.gone(), errors.gone())
				.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return process.waitFor();
		}
		catch (ExecutionException ex) {
			throw new ReaderGoneException(ex.getCause());
		}
		catch (TimeoutException _) {
			throw new ContainerUnresponsiveException(this.container.state().id(), "run a program to its end", patience,
					null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineException("interrupted while waiting for the container engine", null, ex);
		}
	}

	private Process start(boolean reads) {
		try {
			ProcessBuilder builder = this.container.program(this.request.command(), user(), this.request.environment());
			return (reads ? builder : builder.redirectInput(new File("/dev/null"))).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String user() {
		return Objects.requireNonNullElse(this.request.user(), this.container.user());
	}

	private static void feed(InputStream source, OutputStream program) {
		try (program) {
			LocalOutput.copy(source, program);
		}
		catch (IOException _) {
			// The program ended before it had read all, and its exit code tells of that.
		}
	}

}

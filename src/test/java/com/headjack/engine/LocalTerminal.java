package com.headjack.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A program of a container at a terminal that {@code script} makes.
 *
 * @param container the container
 * @param request the program
 */
record LocalTerminal(InMemoryContainer container, ExecRequest request) {

	/**
	 * Runs it to its end, or that of the terminal.
	 * @return its exit code, or empty if the terminal went first
	 */
	OptionalInt run(ExecTerminal terminal) {
		try {
			Path device = Files.createTempFile(this.container.root().resolve("/run"), "terminal", "");
			Process process = start(device);
			terminal.onResize((size) -> resize(device, size));
			LocalOutput output = LocalOutput.of(process.getInputStream(), terminal.output());
			CompletableFuture<Object> left = new CompletableFuture<>();
			Thread.ofPlatform().daemon().name("keys").start(() -> {
				if (type(terminal.input(), process.getOutputStream())) {
					left.complete("");
				}
			});
			return await(process, output, left);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private OptionalInt await(Process process, LocalOutput output, CompletableFuture<Object> left) {
		try {
			CompletableFuture.anyOf(output.end(), output.gone(), left).get();
			return output.end().isDone() ? OptionalInt.of(process.waitFor()) : OptionalInt.empty();
		}
		catch (ExecutionException _) {
			return OptionalInt.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineException("interrupted while waiting for the container engine", null, ex);
		}
	}

	private Process start(Path device) throws IOException {
		Map<String, String> variables = new HashMap<>(Map.of("TERM", "xterm"));
		variables.putAll(this.request.environment());
		ProcessBuilder builder = this.container.program(this.request.command(),
				Objects.requireNonNullElse(this.request.user(), this.container.user()), variables);
		String call = "tty >" + device + "; exec /bin/sh " + ContainerShell.quoted(builder.command().getLast());
		// Who runs the tests in the background has the keys' signals ignored.
		return builder
			.command("env", "--default-signal=INT,QUIT", "script", "-qef", "-E", "always", "-c", call, "/dev/null")
			.redirectErrorStream(true)
			.start();
	}

	/**
	 * Passes on what is typed until there is no more or nobody takes it.
	 * @return whether there is no more
	 */
	private static boolean type(InputStream keys, OutputStream program) {
		try {
			LocalOutput.copy(keys, program);
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	private static void resize(Path device, TerminalSize size) {
		String call = "until [ -s \"$0\" ]; do sleep 0.05; done; exec stty -F \"$(cat \"$0\")\" rows \"$1\" columns \"$2\"";
		try {
			new ProcessBuilder(List.of("timeout", "10", "sh", "-c", call, device.toString(),
					String.valueOf(size.rows()), String.valueOf(size.columns())))
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}

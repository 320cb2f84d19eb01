package com.headjack.engine;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Passes bytes to and from a program in a container. It may take its time as long as
 * bytes come, but a hostile container cannot hold it up for ever, or fill the memory.
 */
public final class StreamedExec {

	private static final int LONGEST_TEXT = 1024 * 1024;

	private final ContainerEngine engine;

	private final String container;

	private final Duration idle;

	private final Duration total;

	private final AtomicLong passed = new AtomicLong();

	private final AtomicReference<@Nullable RuntimeException> refusal = new AtomicReference<>();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	/**
	 * Creates a passage.
	 * @param engine the engine
	 * @param container the container, running
	 * @param idle how long the program may pass nothing
	 * @param total how long it may take
	 */
	public StreamedExec(ContainerEngine engine, String container, Duration idle, Duration total) {
		this.engine = engine;
		this.container = container;
		this.idle = idle;
		this.total = total;
	}

	/**
	 * Runs a program and waits for its end.
	 * @param task what it does, as a user would say
	 * @param request the program
	 * @param input its stdin
	 * @param output receives its stdout; what it throws ends the passage, and is thrown
	 * @return its exit code
	 * @throws ContainerUnresponsiveException if it passes nothing for too long, or takes
	 * too long
	 * @throws EngineException if it writes more than 1 MiB to its stderr
	 */
	public int run(String task, ExecRequest request, InputStream input, OutputStream output) {
		ExecStreams streams = new ExecStreams(counted(input), counted(output), counted(text(this.errors)));
		FutureTask<Integer> program = new FutureTask<>(() -> this.engine.stream(this.container, request, streams));
		Thread.ofVirtual().start(program);
		return await(task, program);
	}

	/**
	 * Returns why the program failed, as far as its stderr tells.
	 * @return the first line that says it is an error, or else the last line, or empty if
	 * there is none
	 */
	public Optional<String> reason() {
		List<String> lines = this.errors.toString(StandardCharsets.UTF_8).strip().lines().toList();
		return lines.stream()
			.filter((line) -> line.startsWith("fatal: ") || line.startsWith("error: "))
			.findFirst()
			.or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
	}

	/**
	 * Limits an output to what a text can have.
	 * @param target receives the text
	 * @return an output that throws {@link EngineException} after 1 MiB
	 */
	public static OutputStream text(ByteArrayOutputStream target) {
		return new OutputStream() {
			@Override
			public void write(int octet) {
				write(new byte[] { (byte) octet }, 0, 1);
			}

			@Override
			public void write(byte[] octets, int offset, int count) {
				if (target.size() + count > LONGEST_TEXT) {
					throw new EngineException("a program in the container prints more than 1 MiB", null, null);
				}
				target.write(octets, offset, count);
			}
		};
	}

	private int await(String task, FutureTask<Integer> program) {
		long begin = System.nanoTime();
		while (true) {
			long before = this.passed.get();
			try {
				return program.get(this.idle.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException _) {
				Duration waited = Duration.ofNanos(System.nanoTime() - begin);
				if (this.passed.get() == before || waited.compareTo(this.total) > 0) {
					program.cancel(true);
					throw new ContainerUnresponsiveException(this.container, task, waited, null);
				}
			}
			catch (InterruptedException ex) {
				program.cancel(true);
				Thread.currentThread().interrupt();
				throw new EngineException("interrupted while the container was to " + task, null, ex);
			}
			catch (ExecutionException ex) {
				throw failure(task, ex);
			}
		}
	}

	private RuntimeException failure(String task, ExecutionException cause) {
		RuntimeException refused = this.refusal.get();
		if (refused != null) {
			return refused;
		}
		return (cause.getCause() instanceof RuntimeException failure) ? failure
				: new EngineException("the container could not " + task, null, cause.getCause());
	}

	private InputStream counted(InputStream input) {
		return new FilterInputStream(input) {
			@Override
			public int read(byte[] octets, int offset, int count) throws IOException {
				int read = super.read(octets, offset, count);
				StreamedExec.this.passed.addAndGet(Math.max(0, read));
				return read;
			}
		};
	}

	/**
	 * Tells an engine of every failure in the one way that it expects.
	 */
	private OutputStream counted(OutputStream output) {
		return new OutputStream() {
			@Override
			public void write(int octet) throws IOException {
				write(new byte[] { (byte) octet }, 0, 1);
			}

			@Override
			public void write(byte[] octets, int offset, int count) throws IOException {
				StreamedExec.this.passed.addAndGet(count);
				try {
					output.write(octets, offset, count);
				}
				catch (RuntimeException ex) {
					StreamedExec.this.refusal.compareAndSet(null, ex);
					throw new IOException(ex);
				}
			}
		};
	}

}

package com.headjack.engine.docker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.DockerException;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.engine.TerminalSize;
import com.headjack.secret.Secret;

/**
 * Runs programs in a container.
 */
final class DockerExec {

	private static final int EXIT_CHECKS = 1200;

	private static final Duration EXIT_PAUSE = Duration.ofMillis(25);

	private static final Duration FAREWELL = Duration.ofSeconds(1);

	private final DockerConnection connection;

	private final String container;

	DockerExec(DockerConnection connection, String container) {
		this.connection = connection;
		this.container = container;
	}

	/**
	 * Runs a program to its end.
	 * @param request the program
	 * @param streams its stdin, stdout and stderr
	 * @param patience how long to wait for its end, or {@code null} for ever
	 * @return its exit code
	 */
	int run(ExecRequest request, ExecStreams streams, @Nullable Duration patience) {
		return refusals(request, () -> {
			FrameSink sink = new FrameSink(streams.output(), streams.errors());
			Secret input = request.input();
			if (input == null) {
				return run(request, streams.input(), sink, patience);
			}
			return input.use((bytes) -> run(request, new ByteArrayInputStream(bytes), sink, patience));
		});
	}

	private int run(ExecRequest request, @Nullable InputStream input, FrameSink sink, @Nullable Duration patience) {
		String exec = create(request, input != null, false);
		Function<DockerClient, FrameSink> start = (client) -> client.execStartCmd(exec).withStdIn(input).exec(sink);
		if (patience == null) {
			this.connection.await(start);
		}
		else {
			this.connection.await(start, patience, late(request));
		}
		return exitCode(exec);
	}

	/**
	 * Runs two programs to their ends.
	 * @param first the first program
	 * @param next makes the second program of the first one's result
	 * @param dialogue takes what both print
	 * @return the result of the second, or of the first if that did not end by itself
	 */
	ExecResult converse(ExecRequest first, Function<ExecResult, ExecRequest> next, Dialogue dialogue) {
		return refusals(first, () -> {
			String exec = create(Dialogue.asking(first), true, false);
			try (LateInput input = new LateInput()) {
				Function<DockerClient, FrameSink> start = (
						client) -> client.execStartCmd(exec).withStdIn(input).exec(dialogue.sink());
				this.connection.await(start, (sink) -> talk(sink, first, next, dialogue, input));
			}
			return dialogue.result(() -> exitCode(exec));
		});
	}

	private void talk(FrameSink sink, ExecRequest first, Function<ExecResult, ExecRequest> next, Dialogue dialogue,
			LateInput input) throws InterruptedException, ExecutionException {
		require(sink.await(dialogue.asked(), first.patience()), sink, first);
		if (!dialogue.asked().isDone()) {
			return;
		}
		try (ExecRequest second = second(sink, next, dialogue, input)) {
			input.supply(dialogue.reply(second));
			require(sink.await(second.patience()), sink, second);
		}
	}

	private static ExecRequest second(FrameSink sink, Function<ExecResult, ExecRequest> next, Dialogue dialogue,
			LateInput input) throws InterruptedException, ExecutionException {
		try {
			return next.apply(dialogue.found());
		}
		catch (RuntimeException ex) {
			// Not every engine passes on the end of the input.
			input.supply(Dialogue.nothing());
			sink.await(FAREWELL);
			sink.cancel();
			throw ex;
		}
	}

	private void require(boolean inTime, FrameSink sink, ExecRequest request) {
		if (!inTime) {
			sink.cancel();
			throw this.connection.overdue(request.patience(), late(request));
		}
	}

	private Function<Duration, EngineException> late(ExecRequest request) {
		return EngineFailures.late(this.container, "run " + request.command().getFirst() + " to its end");
	}

	/**
	 * Runs a program at a terminal until it ends or the terminal is gone.
	 * @param request the program
	 * @param terminal the terminal
	 * @return its exit code, or empty if the terminal was gone first
	 */
	OptionalInt interact(ExecRequest request, ExecTerminal terminal) {
		return refusals(request, () -> {
			String exec = create(request, true, true);
			terminal.onResize((size) -> resize(exec, size));
			boolean ended = new TerminalStream(this.connection, exec).pass(terminal);
			return ended ? OptionalInt.of(exitCode(exec)) : OptionalInt.empty();
		});
	}

	private void resize(String exec, TerminalSize size) {
		try {
			this.connection.call((client) -> client.resizeExecCmd(exec).withSize(size.rows(), size.columns()).exec());
		}
		catch (DockerException | EngineException _) {
			// The program has ended, and the end of its stream reports that.
		}
	}

	private <T> T refusals(ExecRequest request, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (DockerException ex) {
			throw EngineFailures.ofExec(this.container, request.command().getFirst(), ex);
		}
	}

	private String create(ExecRequest request, boolean input, boolean terminal) {
		return this.connection.call(Duration.ZERO, (client) -> {
			ExecCreateCmd create = client.execCreateCmd(this.container)
				.withCmd(request.command().toArray(String[]::new))
				.withAttachStdin(input)
				.withAttachStdout(true)
				.withAttachStderr(true)
				.withTty(terminal)
				.withEnv(variables(request));
			Optional.ofNullable(request.user()).ifPresent(create::withUser);
			return create.exec().getId();
		}, EngineFailures.late(this.container, "start a program"));
	}

	private static List<String> variables(ExecRequest request) {
		return request.environment()
			.entrySet()
			.stream()
			.map((variable) -> variable.getKey() + "=" + variable.getValue())
			.toList();
	}

	private int exitCode(String exec) {
		boolean running = false;
		for (int check = 0; check < EXIT_CHECKS; check++) {
			InspectExecResponse state = this.connection.call(Duration.ZERO,
					(client) -> client.inspectExecCmd(exec).exec(),
					EngineFailures.late(this.container, "tell how a program ended"));
			Long code = state.getExitCodeLong();
			running = Boolean.TRUE.equals(state.isRunning());
			if (code != null && !running) {
				return code.intValue();
			}
			pause();
		}
		throw running ? EngineFailures.cut(this.connection.address())
				: new EngineException("the engine does not tell how a program in a container ended", null, null);
	}

	private static void pause() {
		try {
			Thread.sleep(EXIT_PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw EngineFailures.interrupted(ex);
		}
	}

}
